import type { Duration, Instant } from '../../../shared/calendar/instant.ts';
import type { Clock } from '../../../shared/clock/clock.ts';
import { promiseOf } from '../../../shared/clock/promise.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import { type SeverityAdjustment, severityOf } from '../../../shared/policy/severity.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { type Segment, segmentsOf } from './segments.ts';

/** One clock's time told from its start, in stretches whose running lengths add up to what has elapsed. */
export interface ExplainedClock {
  readonly metric: string;
  readonly startedAt: Instant;
  readonly calendar: string;
  readonly zone: string;
  readonly elapsed: Duration;
  readonly segments: readonly Segment[];
  readonly superseded: Clock['superseded'];
}

/** What a ticket's panel shows beside its row: why its clocks say what they say, and what happened. */
export interface TicketDetail {
  readonly attributes: Readonly<Record<string, string>>;
  readonly adjustments: readonly SeverityAdjustment[];
  readonly policySource?: string;
  readonly clocks: readonly ExplainedClock[];
  readonly events: readonly TicketEvent[];
}

/** A ticket explained as seen at `now`. */
export function ticketDetail(
  record: TicketRecord,
  events: readonly TicketEvent[],
  policies: PolicySet,
  now: Instant,
): TicketDetail {
  const ref = record.timed?.policy;
  const policy = ref && policies.edition(ref);
  const attributes = record.timed?.ticket.attributes ?? {};
  const clocks = policy === undefined ? [] : (record.timed?.clocks ?? []).filter(({ row }) => row !== undefined);
  return {
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    adjustments: policy === undefined ? [] : severityOf(policy.severity, attributes).adjustments,
    ...(policy?.source === undefined ? {} : { policySource: policy.source }),
    clocks: clocks.map(clock => {
      const { calendar } = promiseOf(policies, policy!, clock.row!);
      const segments = segmentsOf(clock, calendar, now);
      return {
        metric: clock.metric,
        startedAt: clock.startedAt,
        calendar: policy!.targets[clock.row!]!.calendar,
        zone: calendar.definition.zone,
        elapsed: segments.reduce((sum, { kind, from, to }) => sum + (kind === 'running' ? to - from : 0), 0),
        segments,
        superseded: clock.superseded,
      };
    }),
    events: events.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
  };
}
