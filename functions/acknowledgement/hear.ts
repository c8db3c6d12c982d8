import type { Instant } from '../../shared/calendar/instant.ts';
import { type Clock, sameCycle } from '../../shared/clock/clock.ts';
import { onUnacknowledged } from '../../shared/engine.ts';
import type { Climb } from '../../shared/escalation/climb.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { heard } from '../../shared/notification/in-pager.ts';
import type { PagerEvent, PagerNaming } from '../../shared/paging/pager-hook.ts';
import { type DeliveryNames, pageName, pageNameThere } from '../adapters/delivery-names.ts';
import type { DigestBook } from '../adapters/digest-book.ts';
import type { ItemKey } from '../adapters/item-keys.ts';
import { log } from '../adapters/log.ts';
import { isPageKey, pageKey } from '../delivery/page-key.ts';
import { type Acknowledging, acknowledge } from './acknowledge.ts';
import { changeTicket } from './change-ticket.ts';

/** What a pager's word is written into. */
export interface Hearing extends Acknowledging {
  readonly names: DeliveryNames;
  readonly digests: Pick<DigestBook, 'members'>;
}

const TRIES = 10;

/** Writes down what a pager calls one of our pages. */
export async function remember(
  { names, ledger }: Hearing,
  pager: string,
  { page, calledThere }: PagerNaming,
  now: Instant,
): Promise<void> {
  const key = isPageKey(page) ? await names.find(pageName(page)) : undefined;
  const delivery = key && (await ledger.get(key));
  if (delivery?.route?.provider === pager) await names.remember(pageNameThere(pager, calledThere), key!, now);
}

/**
 * Writes down what a pager says of one of our pages, and has its clock cycle acknowledged or not as the page now stands. Told again,
 * or by two at once, it comes to the same: the delivery keeps the latest word, and the ticket is brought to that until it holds. What
 * is said of other people's pages is nothing to us.
 */
export async function hear(hearing: Hearing, pager: string, event: PagerEvent, now: Instant): Promise<void> {
  const { page } = event;
  const key = await hearing.names.find(isPageKey(page) ? pageName(page) : pageNameThere(pager, page));
  if (key === undefined) {
    log('info', 'a pager told of a page that is not known', { pager });
    return;
  }
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const delivery = await hearing.ledger.get(key);
    if (delivery?.route?.provider !== pager) return;
    const next = heard(delivery, event, now);
    if (next !== delivery && (await hearing.ledger.save(next)) === undefined) continue;
    if (!isOurDoing(next))
      for (const told of await toldBy(hearing, next)) await bringTicket(hearing, pager, next, told, now);
    if (await stillStands(hearing, key, next)) return;
  }
  throw new Error(`a page was overtaken ${TRIES} times`);
}

/** Whether a page is resolved as we asked for it, which nobody has seen by that. */
const isOurDoing = ({ wanted, inPager }: Delivery): boolean => wanted === 'resolved' && inPager?.state === 'resolved';

/** Everything that a page tells: its own notification, and those of a digest that it leads. */
async function toldBy({ ledger, digests }: Hearing, page: Delivery): Promise<readonly Delivery[]> {
  if (!page.digest?.leads) return [page];
  const members = await Promise.all((await digests.members(page.digest.id)).map(ledger.get));
  return [page, ...members.filter(each => each !== undefined && each.digest?.id === page.digest?.id)] as Delivery[];
}

/** Brings a ticket that a page told of to what is said of the page. */
async function bringTicket(
  hearing: Hearing,
  pager: string,
  paged: Delivery,
  { notification }: Delivery,
  now: Instant,
): Promise<void> {
  const { ticket } = notification;
  const { state, at, by } = paged.inPager!;
  const page = pageKey(paged.notification);
  if (state === 'ringing') {
    await changeTicket(hearing, ticket, (record, policies) => onUnacknowledged(record, page, policies), now);
    return;
  }
  const isMeant = (clock: Clock, { round }: Climb) => sameCycle(clock, notification) && round === notification.round;
  const said = { at, by, via: pager, page, ...(state === 'resolved' ? { resolvedThere: true as const } : {}) };
  await acknowledge(hearing, ticket, said, isMeant, now);
}

async function stillStands({ ledger }: Hearing, key: ItemKey, { inPager }: Delivery): Promise<boolean> {
  const found = (await ledger.get(key))?.inPager;
  return found?.at === inPager?.at && found?.state === inPager?.state && found?.by === inPager?.by;
}
