import type { Instant } from '../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { PolicySet } from '../../shared/policy/policy-set.ts';
import { deliveryFromItem } from '../adapters/delivery-ledger.ts';
import { eventOf } from '../adapters/event-item.ts';
import { readable } from '../adapters/item-form.ts';
import { deliveryKey, eventKey, type ItemKey, shardOf, ticketItemKey, ticketKeyOf } from '../adapters/item-keys.ts';
import type { Item, Part } from '../adapters/table-walk.ts';
import { fromItem } from '../adapters/ticket-item.ts';
import { deliveryFindings, ticketFindings } from './findings.ts';

/** A ticket as a walk of the table found it; undefined for a part that is none. Throws where an item is in a form that is not known here. */
export function recordIn({ pk, items }: Part): TicketRecord | undefined {
  const item = items.map(readable).find(({ sk }) => sk === ticketItemKey(ticketKeyOf({ pk })).sk);
  return item && fromItem(ticketKeyOf({ pk }), item);
}

/** Which items of a ticket deserve a closer look: what was read while somebody was writing may look wrong and be right. */
export function suspects(
  { items }: Part,
  record: TicketRecord,
  policies: PolicySet,
  shards: number,
  now: Instant,
): { readonly ticket: boolean; readonly deliveries: readonly ItemKey[] } {
  const events = items.filter(({ sk }) => sk.startsWith(eventKey(''))).map(eventOf);
  const deliveries = items.filter(({ sk }) => sk.startsWith(deliveryKey('')));
  const own = items.find(({ sk }) => sk === ticketItemKey(record.key).sk)!;
  return {
    ticket: ticketFindings(record, events, policies, now).length > 0 || isMisplaced(own, own.pk, shards),
    deliveries: deliveries
      .filter(
        item =>
          deliveryFindings(deliveryFromItem(item), now).length > 0 || isMisplaced(item, item.pk + item.sk, shards),
      )
      .map(({ pk, sk }) => ({ pk, sk })),
  };
}

/** Owed, and not in the part of the index where the sweep would find it. */
const isMisplaced = (item: Item, spreadBy: string, shards: number): boolean =>
  item.nextActionAt !== undefined && item.shard !== shardOf(spreadBy, shards);
