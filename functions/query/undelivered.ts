import type { Duration, Instant } from '../../shared/calendar/instant.ts';
import { type Delivery, UNSETTLED } from '../../shared/notification/delivery.ts';
import type { DeliveryLedger } from '../adapters/delivery-ledger.ts';
import type { DueIndex, Owed } from '../adapters/due-index.ts';
import { kindOfItem } from '../adapters/item-keys.ts';
import { inOrder, type Place, type Stretch } from './in-order.ts';

/** What a look at the deliveries goes by. */
export interface DeliveryLookout {
  readonly index: DueIndex;
  readonly shards: number;
  readonly ledger: DeliveryLedger;
}

/**
 * What should have reached somebody and has not, as far as it is looked at again `within` a time: at most `most` of it, what is looked at
 * first first. It costs a read for each, and an index row for each ticket of which something falls due within that time.
 */
export async function undelivered(
  { index, shards, ledger }: DeliveryLookout,
  { within, ...stretch }: Stretch & { readonly within: Duration },
  now: Instant,
): Promise<{ readonly deliveries: readonly Delivery[]; readonly next?: Place }> {
  const { rows, next } = await inOrder(
    shards,
    shard => deliveriesIn(index.owed(shard, now + within, stretch.after?.at)),
    ({ nextActionAt, pk, sk }) => ({ at: nextActionAt, key: pk + sk }),
    stretch,
  );
  const found = await Promise.all(rows.map(row => ledger.get(row)));
  const deliveries = found.filter(delivery => delivery !== undefined && UNSETTLED.includes(delivery.state));
  return { deliveries: deliveries as readonly Delivery[], ...(next && { next }) };
}

async function* deliveriesIn(pages: AsyncIterable<readonly Owed[]>): AsyncGenerator<readonly Owed[]> {
  for await (const page of pages) yield page.filter(row => kindOfItem(row) !== 'ticket');
}
