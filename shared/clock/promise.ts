import type { Calendar } from '../calendar/calendar.ts';
import type { METRICS, MetricName } from '../metric/metrics.ts';
import { contractedTarget, parseContracted } from '../policy/entitlement.ts';
import type { Ladder } from '../policy/ladder.ts';
import type { Policy } from '../policy/policy.ts';
import { type Hours, sameHours } from '../policy/policy-calendar.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import type { Target } from '../policy/target.ts';
import { rowFor } from '../policy/target-row.ts';
import type { Recipients } from '../policy/ways.ts';
import type { PolicyRef } from '../ticket/policy-ref.ts';
import type { Status } from '../ticket/status.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import type { Clock } from './clock.ts';

/** Which promise of a policy a clock runs towards: a row, the hours of its calendar, and what a contract has in place of its target. */
export type Aim = Pick<Clock, 'row' | 'hours' | 'contracted'>;

/** What a policy promises about one metric of one ticket. */
export interface Promised {
  readonly row: number;
  readonly hours?: Hours;
  readonly contracted?: string;
  readonly target: Target;
  readonly calendar: Calendar;
  readonly ladder: Ladder;
  /** Whom the ladder may tell. */
  readonly recipients: Recipients;
}

/** What is promised about a clock of a ticket that runs under `ref` now; undefined where no row holds. */
export function promiseOfClock(policies: PolicySet, clock: Clock, ref: PolicyRef | undefined): Promised | undefined {
  const of = clock.under ?? ref;
  const policy = of && policies.edition(of);
  return policy && promiseOf(policies, policy, clock);
}

/** The promise a clock runs towards under a policy; undefined where no row holds. */
export function promiseOf(policies: PolicySet, policy: Policy, { row, hours, contracted }: Aim): Promised | undefined {
  if (row === undefined) return undefined;
  const { target, calendar, ladder } = policy.targets[row]!;
  return {
    row,
    ...(hours === undefined ? {} : { hours }),
    ...(contracted === undefined ? {} : { contracted }),
    target: contracted === undefined ? target : (parseContracted(contracted) ?? target),
    calendar: policies.calendar(policy, calendar, hours),
    ladder: ladder === undefined ? [] : policy.ladders[ladder]!,
    recipients: policy.recipients,
  };
}

/** What the policy promises about a metric of a ticket with these judged attributes; undefined when no row holds. */
export function promiseFor(
  policies: PolicySet,
  policy: Policy,
  metric: MetricName,
  judged: Attributes,
  ticket: Ticket,
): Promised | undefined {
  const row = rowFor(policy, metric, judged);
  if (row === undefined) return undefined;
  const hours = policies.hours(policy, policy.targets[row]!.calendar, ticket.attributes);
  const contracted = ticket.contract && contractedTarget(ticket.contract, metric, String(judged.severity));
  return promiseOf(policies, policy, {
    row,
    ...(hours === undefined ? {} : { hours }),
    ...(contracted === undefined ? {} : { contracted }),
  });
}

/** Whether a clock runs towards this promise already. */
export const aimsAt = (clock: Clock, promised: Promised | undefined): boolean =>
  clock.row === promised?.row && sameHours(clock.hours, promised?.hours) && clock.contracted === promised?.contracted;

/** The statuses in which the metric's clock stands still under the policy. */
export const pausesOf = (policy: Policy | undefined, metric: (typeof METRICS)[number]): readonly Status[] =>
  policy?.pauses[metric.name] ?? metric.pauses;
