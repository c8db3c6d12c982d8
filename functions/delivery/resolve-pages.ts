import type { Instant } from '../../shared/calendar/instant.ts';
import type { Resolution } from '../../shared/engine.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { leavesDigest } from '../../shared/notification/digest.ts';
import { wantResolved } from '../../shared/notification/resolve.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { type DeliveryLedger, type Row, rowOf } from '../adapters/delivery-ledger.ts';
import type { DigestBook } from '../adapters/digest-book.ts';
import { isSameItem } from '../adapters/item-keys.ts';

/** What the pages of a ticket are written down in. */
export interface Pages {
  readonly ledger: DeliveryLedger;
  readonly digests: DigestBook;
}

const TRIES = 10;

/**
 * Asks for the pages of a clock cycle to be resolved; gives the rows there is something to do about. A page that told several is
 * resolved with the last of them. Asked again it asks for no more, so that whoever dies over it may ask again.
 */
export async function resolvedWith(
  pages: Pages,
  ticket: TicketKey,
  resolution: Resolution,
  now: Instant,
): Promise<readonly Row[]> {
  const found = await pages.ledger.pages(ticket, resolution);
  return (await Promise.all(found.map(page => asked(pages, page, now)))).flat();
}

async function asked(pages: Pages, page: Delivery, now: Instant): Promise<readonly Row[]> {
  if (page.digest === undefined) return owedOf(await changed(pages, page, one => wantResolved(one, now)));
  const { id } = page.digest;
  await pages.digests.leave(id, rowOf(page.notification));
  const others = await othersIn(pages, id);
  if (others > 0) return owedOf(await changed(pages, page, one => leavesDigest(one, others, now)));
  const own = await changed(pages, page, one => wantResolved(one, now));
  const digest = await pages.digests.get(id);
  const lead = digest && !isSameItem(digest.lead, rowOf(page.notification)) && (await pages.ledger.get(digest.lead));
  if (!lead || lead.digest?.id !== id) return owedOf(own);
  return [...owedOf(own), ...owedOf(await changed(pages, lead, one => wantResolved(one, now)))];
}

/** How many are in a digest. Whoever is listed and does not know of it died while joining, and is taken off the list. */
async function othersIn({ digests, ledger }: Pages, id: string): Promise<number> {
  const members = await digests.members(id);
  for (const [index, member] of members.entries()) {
    if ((await ledger.get(member))?.digest?.id === id) return members.length - index;
    await digests.leave(id, member);
  }
  return 0;
}

async function changed({ ledger }: Pages, page: Delivery, to: (found: Delivery) => Delivery): Promise<Delivery> {
  let found: Delivery | undefined = page;
  for (let tries = 1; found !== undefined && tries <= TRIES; tries += 1) {
    const next = to(found);
    const saved = next === found ? found : await ledger.save(next);
    if (saved) return saved;
    found = await ledger.get(rowOf(page.notification));
  }
  throw new Error(`a delivery was overtaken ${TRIES} times`);
}

const owedOf = ({ state, notification }: Delivery): readonly Row[] => (state === 'owed' ? [rowOf(notification)] : []);
