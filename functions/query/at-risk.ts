import type { Duration, Instant } from '../../shared/calendar/instant.ts';
import type { Acknowledgement } from '../../shared/clock/acknowledgement.ts';
import { type ClockStand, standOf } from '../../shared/clock/clock-stand.ts';
import { promiseOfClock } from '../../shared/clock/promise.ts';
import { climbOf } from '../../shared/escalation/climb.ts';
import { deadlineOf } from '../../shared/escalation/deadline.ts';
import { asSeen, type TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { PolicySet } from '../../shared/policy/policy-set.ts';
import { severityOf } from '../../shared/policy/severity.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import type { DeadlineIndex } from '../adapters/deadline-index.ts';
import { ticketKeyOf } from '../adapters/item-keys.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';
import { inOrder, type Place, type Stretch } from './in-order.ts';

/** An open clock that is due soon or was due already. */
export interface AtRisk extends ClockStand {
  readonly ticket: TicketKey;
  readonly severity: string;
  /** When it is due or was; since when its promise is broken, of one that stands still. */
  readonly dueAt: Instant;
  readonly acknowledged?: Acknowledgement;
}

/** What a look at the deadlines goes by. */
export interface Lookout {
  readonly deadlines: DeadlineIndex;
  readonly shards: number;
  readonly tickets: TicketTable;
  readonly policies: PolicyStore;
}

/**
 * The clocks that are due within a time, and all that are late and open, whatever is still to be done about them: those of at most `most`
 * tickets, the ticket that is late for longest first. It costs a small query for each shard and a read for each ticket.
 */
export async function atRisk(
  { deadlines, shards, tickets, policies }: Lookout,
  { within, ...stretch }: Stretch & { readonly within: Duration },
  now: Instant,
): Promise<{ readonly clocks: readonly AtRisk[]; readonly next?: Place }> {
  const upTo = now + within;
  const range = { from: stretch.after?.at, upTo, pageSize: stretch.most + 1 };
  const { rows, next } = await inOrder(
    shards,
    shard => deadlines.deadlines(shard, range),
    ({ deadlineAt, pk }) => ({ at: deadlineAt, key: pk }),
    stretch,
  );
  const found = await Promise.all(
    rows.map(async row => {
      const record = await tickets.get(ticketKeyOf(row));
      return record === undefined ? [] : clocksAtRisk(record, await policies.load(record.timed?.policy), upTo, now);
    }),
  );
  return { clocks: found.flat(), ...(next && { next }) };
}

/** The clocks of a ticket that are due by an instant, the first due first. */
function clocksAtRisk(kept: TicketRecord, policies: PolicySet, upTo: Instant, now: Instant): readonly AtRisk[] {
  const { key: ticket, timed, climbs } = asSeen(kept, now, policies);
  const policy = timed?.policy && policies.edition(timed.policy);
  if (timed === undefined || policy === undefined) return [];
  const severity = severityOf(policy.severity, timed.ticket).applied;
  const found = timed.clocks.flatMap(clock => {
    const dueAt = deadlineOf(clock);
    const promised = promiseOfClock(policies, clock, timed.policy);
    if (dueAt === undefined || dueAt > upTo || promised === undefined) return [];
    const { acknowledged } = climbOf(climbs, clock);
    const stand = standOf(clock, policy, promised, now);
    return [{ ticket, severity, dueAt, ...stand, ...(acknowledged && { acknowledged }) }];
  });
  return found.toSorted((a, b) => a.dueAt - b.dueAt);
}
