import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { Ticket } from '../../shared/ticket/ticket.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { type ClimbItem, climbFromItem, climbToItem } from './climb-item.ts';
import { type ClockItem, clockFromItem, clockToItem, filled, present } from './clock-item.ts';
import { shardOf, ticketItemKey } from './item-keys.ts';

interface TicketItem {
  readonly version: number;
  readonly savedAt?: number;
  readonly nextActionAt?: number;
  readonly deadlineAt?: number;
  readonly ticket?: Ticket;
  readonly policy?: readonly [name: string, edition: string];
  readonly last?: readonly [at: number, id: string];
  readonly clocks?: readonly ClockItem[];
  readonly climbs?: readonly ClimbItem[];
}

/** The record as an item; the attributes of the indexes are there only while they list it. */
export function toItem(record: TicketRecord, shards: number): Record<string, unknown> {
  const { key, version, savedAt, nextActionAt, deadlineAt, timed, climbs, beyond } = record;
  const itemKey = ticketItemKey(key);
  const epoch = timed?.ticket.createdAt ?? 0;
  return present({
    ...beyond,
    ...itemKey,
    shards,
    version,
    savedAt,
    nextActionAt,
    deadlineAt,
    shard: nextActionAt === undefined && deadlineAt === undefined ? undefined : shardOf(itemKey.pk, shards),
    ticket: timed?.ticket,
    policy: timed?.policy && [timed.policy.name, timed.policy.edition],
    last: timed && [timed.last.at, timed.last.id],
    clocks: timed?.clocks.map(clock => clockToItem(clock, epoch)),
    climbs: filled(climbs.map(climb => climbToItem(climb, epoch))),
  });
}

/** The record an item holds; one that says `timed` is from before there were forms, and holds the record as it is. */
export function fromItem(key: TicketKey, item: Record<string, unknown>): TicketRecord {
  const { pk: _pk, sk: _sk, form: _form, shard: _shard, shards: _shards, ...own } = item;
  return 'timed' in own ? ({ key, ...own } as unknown as TicketRecord) : recordOf(key, own as unknown as TicketItem);
}

function recordOf(key: TicketKey, item: TicketItem): TicketRecord {
  const { version, savedAt, nextActionAt, deadlineAt, ticket, policy, last, clocks = [], climbs = [], ...more } = item;
  const epoch = ticket?.createdAt ?? 0;
  const timed = ticket && {
    ticket,
    ...(policy && { policy: { name: policy[0], edition: policy[1] } }),
    clocks: clocks.map(clock => clockFromItem(clock, epoch)),
    last: { at: last![0], id: last![1] },
  };
  const beyond = Object.keys(more).length === 0 ? undefined : more;
  return {
    ...(present({ key, version, savedAt, timed, nextActionAt, deadlineAt, beyond }) as unknown as TicketRecord),
    climbs: climbs.map(climb => climbFromItem(climb, epoch, savedAt)),
  };
}
