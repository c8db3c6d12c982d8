import { DAY, type Instant } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { DeliveryLedger } from '../adapters/delivery-ledger.ts';
import type { DueIndex } from '../adapters/due-index.ts';
import { kindOfItem } from '../adapters/item-keys.ts';

/** What a look at the deliveries goes by. */
export interface DeliveryLookout {
  readonly index: DueIndex;
  readonly shards: number;
  readonly ledger: DeliveryLedger;
}

/** What should have reached somebody and has not, of what is looked at again within a day; at most `most` a shard, a read for each. */
export async function undelivered(
  { index, shards, ledger }: DeliveryLookout,
  most: number,
  now: Instant,
): Promise<readonly Delivery[]> {
  const found = await Promise.all(
    Array.from({ length: shards }, async (_, shard) => {
      const deliveries: Delivery[] = [];
      for await (const owed of index.owed(String(shard), now + DAY))
        for (const item of owed) {
          if (kindOfItem(item) === 'ticket') continue;
          const delivery = await ledger.get(item);
          if (delivery !== undefined) deliveries.push(delivery);
          if (deliveries.length === most) return deliveries;
        }
      return deliveries;
    }),
  );
  return found.flat().toSorted((a, b) => a.wantedAt - b.wantedAt);
}
