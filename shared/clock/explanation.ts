import { formatDuration } from '../calendar/duration.ts';
import type { Duration, Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Condition } from '../policy/condition.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { type AppliedSeverity, severityOf } from '../policy/severity.ts';
import type { Target } from '../policy/target.ts';
import { breachOf, type Clock, type ClockState, type Outcome, outcomeOf, type Superseded, stateOf } from './clock.ts';
import { elapsedOf, lengthOf } from './due.ts';
import type { Timed } from './fold.ts';
import { type Segment, segmentsOf } from './segments.ts';

/** Why a clock stands where it stands. */
export interface ClockExplanation {
  readonly metric: MetricName;
  readonly startedAt: Instant;
  readonly state: ClockState;
  readonly outcome: Outcome;
  /** As the policy writes it, and the condition of the row it stands in. */
  readonly target: string;
  readonly when: Condition;
  readonly calendar: string;
  readonly zone: string;
  readonly due?: Instant;
  readonly breachedAt?: Instant;
  readonly superseded: readonly Superseded[];
  readonly elapsed: Duration;
  /** Negative when late; absent where nothing is committed. */
  readonly remaining?: Duration;
  readonly segments: readonly Segment[];
}

/** Why a ticket's clocks stand where they stand. */
export interface Explanation {
  /** Absent when no policy is for this ticket. */
  readonly policy?: Pick<Policy, 'name' | 'edition' | 'title' | 'source' | 'match'>;
  readonly severity?: AppliedSeverity;
  /** Those something is promised about, in the order of the metrics. */
  readonly clocks: readonly ClockExplanation[];
}

/** The answer to "why is it due then?" as seen at `now`. */
export function explain({ ticket, policy: ref, clocks }: Timed, now: Instant, policies: PolicySet): Explanation {
  const policy = ref && policies.edition(ref);
  if (ref === undefined || policy === undefined) return { clocks: [] };
  const { name, edition, title, match } = policy;
  return {
    policy: { name, edition, title, match, ...(policy.source === undefined ? {} : { source: policy.source }) },
    severity: severityOf(policy.severity, ticket.attributes),
    clocks: clocks.flatMap(clock => explainClock(clock, now, policies, clock.under ?? ref)),
  };
}

function explainClock(
  clock: Clock,
  now: Instant,
  policies: PolicySet,
  ref: Pick<Policy, 'name' | 'edition'>,
): ClockExplanation[] {
  const policy = policies.edition(ref);
  const row = clock.row === undefined ? undefined : policy?.targets[clock.row];
  if (policy === undefined || row === undefined) return [];
  const calendar = policies.calendar(policy, row.calendar);
  const elapsed = elapsedOf(clock, calendar, now);
  const length = lengthOf(row.target, calendar, clock.startedAt);
  const breachedAt = breachOf(clock, now);
  return [
    {
      metric: clock.metric,
      startedAt: clock.startedAt,
      state: stateOf(clock),
      outcome: outcomeOf(clock, now),
      target: targetText(row.target),
      when: row.when,
      calendar: row.calendar,
      zone: calendar.definition.zone,
      ...(clock.due === undefined ? {} : { due: clock.due }),
      ...(breachedAt === undefined ? {} : { breachedAt }),
      superseded: clock.superseded,
      elapsed,
      ...(length === undefined ? {} : { remaining: length - elapsed }),
      segments: segmentsOf(clock, calendar, now),
    },
  ];
}

/** A target in the policy's own words. */
export function targetText(target: Target): string {
  switch (target.kind) {
    case 'duration':
      return formatDuration(target.duration);
    case 'business days':
      return target.days === 1 ? '1 business day' : `${target.days} business days`;
    default:
      return target.kind;
  }
}
