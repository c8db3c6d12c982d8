import { formatDuration } from '../calendar/duration.ts';
import type { Duration, Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Policy } from '../policy/policy.ts';
import type { Target } from '../policy/target.ts';
import { breachOf, type Clock, type ClockState, type Outcome, outcomeOf, stateOf } from './clock.ts';
import { elapsedOf, lengthOf } from './due.ts';
import type { Promised } from './promise.ts';

/** How a clock stands towards its promise. */
export interface ClockStand {
  readonly metric: MetricName;
  readonly startedAt: Instant;
  readonly state: ClockState;
  readonly outcome: Outcome;
  /** As the policy writes it. */
  readonly target: string;
  readonly calendar: string;
  readonly zone: string;
  readonly due?: Instant;
  readonly breachedAt?: Instant;
  readonly elapsed: Duration;
  /** Negative when late; absent where nothing is committed. */
  readonly remaining?: Duration;
}

/** How a clock stands at `now` towards what its policy promises. */
export function standOf(clock: Clock, policy: Policy, { row, target, calendar }: Promised, now: Instant): ClockStand {
  const elapsed = elapsedOf(clock, calendar, now);
  const length = lengthOf(target, calendar, clock.startedAt);
  const breachedAt = breachOf(clock, now);
  return {
    metric: clock.metric,
    startedAt: clock.startedAt,
    state: stateOf(clock),
    outcome: outcomeOf(clock, now),
    target: targetText(target),
    calendar: policy.targets[row]!.calendar,
    zone: calendar.definition.zone,
    ...(clock.due === undefined ? {} : { due: clock.due }),
    ...(breachedAt === undefined ? {} : { breachedAt }),
    elapsed,
    ...(length === undefined ? {} : { remaining: length - elapsed }),
  };
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
