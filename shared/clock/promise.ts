import type { Calendar } from '../calendar/calendar.ts';
import type { METRICS, MetricName } from '../metric/metrics.ts';
import type { Ladder } from '../policy/ladder.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicyRef, PolicySet } from '../policy/policy-set.ts';
import type { Target } from '../policy/target.ts';
import { rowFor } from '../policy/target-row.ts';
import type { Status } from '../ticket/status.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import type { Clock } from './clock.ts';

/** What a policy promises about one metric of one ticket. */
export interface Promised {
  readonly row: number;
  readonly target: Target;
  readonly calendar: Calendar;
  readonly ladder: Ladder;
}

/** What is promised about a clock of a ticket that runs under `ref` now; undefined where no row holds. */
export function promiseOfClock(policies: PolicySet, clock: Clock, ref: PolicyRef | undefined): Promised | undefined {
  const of = clock.under ?? ref;
  const policy = of && policies.edition(of);
  return policy === undefined || clock.row === undefined ? undefined : promiseOf(policies, policy, clock.row);
}

/** The promise of a policy's target row. */
export function promiseOf(policies: PolicySet, policy: Policy, row: number): Promised {
  const { target, calendar, ladder } = policy.targets[row]!;
  return {
    row,
    target,
    calendar: policies.calendar(policy, calendar),
    ladder: ladder === undefined ? [] : policy.ladders[ladder]!,
  };
}

/** What the policy promises about a metric, given judged attributes; undefined when no row holds. */
export function promiseFor(
  policies: PolicySet,
  policy: Policy,
  metric: MetricName,
  judged: Attributes,
): Promised | undefined {
  const row = rowFor(policy, metric, judged);
  return row === undefined ? undefined : promiseOf(policies, policy, row);
}

/** The statuses in which the metric's clock stands still under the policy. */
export const pausesOf = (policy: Policy | undefined, metric: (typeof METRICS)[number]): readonly Status[] =>
  policy?.pauses[metric.name] ?? metric.pauses;
