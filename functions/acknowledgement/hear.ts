import type { Instant } from '../../shared/calendar/instant.ts';
import { type Clock, sameCycle } from '../../shared/clock/clock.ts';
import { onAcknowledged, onUnacknowledged } from '../../shared/engine.ts';
import { climbOf } from '../../shared/escalation/climb.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { heard, type InPager } from '../../shared/notification/in-pager.ts';
import type { PagerEvent } from '../../shared/paging/pager-hook.ts';
import type { DeliveryLedger } from '../adapters/delivery-ledger.ts';
import { type DeliveryNames, pageName } from '../adapters/delivery-names.ts';
import type { ItemKey } from '../adapters/item-keys.ts';
import { isPageKey } from '../delivery/page-key.ts';
import { changeTicket, type Tickets } from './change-ticket.ts';

/** What a pager's word is written into. */
export interface Hearing extends Tickets {
  readonly names: DeliveryNames;
  readonly ledger: DeliveryLedger;
}

const TRIES = 10;

/**
 * Writes down what a pager says of one of our pages, and has its clock cycle acknowledged or not as the page now stands. Told again,
 * or by two at once, it comes to the same: the delivery keeps the latest word, and the ticket is brought to that until it holds. What
 * is said of other people's pages is nothing to us.
 */
export async function hear(hearing: Hearing, pager: string, event: PagerEvent, now: Instant): Promise<void> {
  const key = isPageKey(event.page) ? await hearing.names.find(pageName(event.page)) : undefined;
  if (key === undefined) return;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const delivery = await hearing.ledger.get(key);
    if (delivery?.route?.provider !== pager) return;
    const next = heard(delivery, event, now);
    if (next !== delivery && (await hearing.ledger.save(next)) === undefined) continue;
    await bringTicket(hearing, pager, event.page, next, now);
    if (await stillStands(hearing, key, next)) return;
  }
  throw new Error(`a page was overtaken ${TRIES} times`);
}

async function bringTicket(
  hearing: Hearing,
  pager: string,
  page: string,
  { notification, inPager }: Delivery,
  now: Instant,
): Promise<void> {
  const { state, at, by } = inPager as InPager;
  const isMeant = (record: TicketRecord) => (clock: Clock) =>
    sameCycle(clock, notification) && climbOf(record.climbs, clock).round === notification.round;
  await changeTicket(
    hearing,
    notification.ticket,
    (record, policies) =>
      state === 'ringing'
        ? onUnacknowledged(record, page, policies)
        : onAcknowledged(record, { at, by, via: pager, page }, policies, isMeant(record)),
    now,
  );
}

async function stillStands({ ledger }: Hearing, key: ItemKey, { inPager }: Delivery): Promise<boolean> {
  const found = (await ledger.get(key))?.inPager;
  return found?.at === inPager?.at && found?.state === inPager?.state && found?.by === inPager?.by;
}
