import type { Duration, Instant } from '../../shared/calendar/instant.ts';
import { isOpen } from '../../shared/clock/clock.ts';
import { type Acknowledgement, climbOf } from '../../shared/escalation/climb.ts';
import { asSeen, type TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { MetricName } from '../../shared/metric/metrics.ts';
import type { PolicySet } from '../../shared/policy/policy-set.ts';
import { severityOf } from '../../shared/policy/severity.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import type { DueIndex } from '../adapters/due-index.ts';
import { kindOfItem, ticketKeyOf } from '../adapters/item-keys.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';

/** A clock that is due soon or was due already, and still runs. */
export interface AtRisk {
  readonly ticket: TicketKey;
  readonly metric: MetricName;
  readonly severity: string;
  readonly dueAt: Instant;
  readonly acknowledged?: Acknowledgement;
}

/** What a look at the deadlines goes by. */
export interface Lookout {
  readonly index: DueIndex;
  readonly shards: number;
  readonly tickets: TicketTable;
  readonly policies: PolicyStore;
}

/**
 * The clocks that are due within a time, and those that are late, the most late first: of every ticket of which something is owed
 * within it, at most `most` tickets a shard. It costs a read for each.
 */
export async function atRisk(
  { index, shards, tickets, policies }: Lookout,
  within: Duration,
  most: number,
  now: Instant,
): Promise<readonly AtRisk[]> {
  const found = await Promise.all(
    Array.from({ length: shards }, async (_, shard) => {
      const records: TicketRecord[] = [];
      for await (const owed of index.owed(String(shard), now + within))
        for (const item of owed) {
          if (kindOfItem(item) !== 'ticket') continue;
          const record = await tickets.get(ticketKeyOf(item));
          if (record !== undefined) records.push(record);
          if (records.length === most) return records;
        }
      return records;
    }),
  );
  const all: AtRisk[] = [];
  for (const record of found.flat())
    all.push(...clocksAtRisk(record, await policies.load(record.timed?.policy), within, now));
  return all.toSorted((a, b) => a.dueAt - b.dueAt);
}

function clocksAtRisk(kept: TicketRecord, policies: PolicySet, within: Duration, now: Instant): readonly AtRisk[] {
  const record = asSeen(kept, now, policies);
  const { timed } = record;
  const policy = timed?.policy && policies.edition(timed.policy);
  if (timed === undefined || policy === undefined) return [];
  const severity = severityOf(policy.severity, timed.ticket).applied;
  return timed.clocks
    .filter(clock => isOpen(clock) && clock.due !== undefined && clock.due <= now + within)
    .map(clock => {
      const { acknowledged } = climbOf(record.climbs, clock);
      const risk = { ticket: record.key, metric: clock.metric, severity, dueAt: clock.due! };
      return acknowledged === undefined ? risk : { ...risk, acknowledged };
    });
}
