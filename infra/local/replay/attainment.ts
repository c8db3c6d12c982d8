import type { Instant } from '../../../shared/calendar/instant.ts';
import { type Outcome, outcomeOf } from '../../../shared/clock/clock.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import { ticketKeyText } from '../../../shared/ticket/ticket-key.ts';
import type { Log } from './log.ts';

/** How many tickets of one priority kept a promise, by our clocks. */
export interface Tally {
  readonly met: number;
  readonly breached: number;
  /** Still running, or not promised at all. */
  readonly open: number;
}

/** One priority: what our clocks say beside what the log believed. */
export interface Attainment {
  readonly priority: string;
  readonly tickets: number;
  readonly firstResponse: Tally;
  readonly resolution: Tally;
  /** How many the log says kept their promise; absent where it says nothing. */
  readonly believedMet?: number;
}

/** What the clocks say of every priority at `now`, the most urgent first as the desk's own words sort. */
export function attainment(records: readonly TicketRecord[], log: Log, now: Instant): readonly Attainment[] {
  const timed = records.filter(record => record.timed !== undefined);
  const believedOf = (record: TicketRecord) => log.believed.get(ticketKeyText(record.key));
  const priorityOf = (record: TicketRecord) =>
    believedOf(record)?.priority ?? String(record.timed!.ticket.attributes.severity ?? 'none');
  return [...Map.groupBy(timed, priorityOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([priority, group]) => ({
      priority,
      tickets: group.length,
      firstResponse: tally(group, 'first response', now),
      resolution: tally(group, 'resolution', now),
      ...(log.believed.size > 0 ? { believedMet: group.filter(record => believedOf(record)?.madeSla).length } : {}),
    }));
}

function tally(records: readonly TicketRecord[], metric: 'first response' | 'resolution', now: Instant): Tally {
  const outcomes = records.map(record => outcomeOfAll(record, metric, now));
  const count = (wanted: Outcome) => outcomes.filter(outcome => outcome === wanted).length;
  return { met: count('met'), breached: count('breached'), open: count('pending') };
}

/** Every cycle has to keep its promise for the ticket to have kept it. */
function outcomeOfAll(record: TicketRecord, metric: string, now: Instant): Outcome {
  const promised = record.timed!.clocks.filter(clock => clock.metric === metric && clock.row !== undefined);
  const outcomes = promised.map(clock => outcomeOf(clock, now));
  if (outcomes.includes('breached')) return 'breached';
  return outcomes.length === 0 || outcomes.includes('pending') ? 'pending' : 'met';
}
