import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { shardOf, ticketItemKey } from './item-keys.ts';

/** The record as an item; the index attributes are there only while something is owed. */
export function toItem({ key, nextActionAt, ...rest }: TicketRecord, shards: number): Record<string, unknown> {
  const itemKey = ticketItemKey(key);
  const owed = nextActionAt === undefined ? {} : { nextActionAt, shard: shardOf(itemKey.pk, shards) };
  return { ...itemKey, ...rest, ...owed };
}

/** The record an item holds. */
export function fromItem(key: TicketKey, item: Record<string, unknown>): TicketRecord {
  const { pk: _pk, sk: _sk, shard: _shard, ...rest } = item;
  return { key, ...(rest as Omit<TicketRecord, 'key'>) };
}
