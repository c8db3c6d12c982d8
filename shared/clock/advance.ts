import type { Instant } from '../calendar/instant.ts';
import { METRICS } from '../metric/metrics.ts';
import type { Occasion } from '../metric/occasion.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { judgedAttributes } from '../policy/target-row.ts';
import type { PolicyRef } from '../ticket/policy-ref.ts';
import { isActive } from '../ticket/status.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Clock, isOpen } from './clock.ts';
import { cancel, fulfil, hold, reopen, settle, start } from './moves.ts';
import { aimsAt, pausesOf, promiseFor } from './promise.ts';
import { retarget, withDue } from './retarget.ts';

/** What an event does to the clocks of a ticket. */
export interface Advance {
  readonly at: Instant;
  readonly occasions: readonly Occasion[];
  /** The ticket after the event. */
  readonly ticket: Ticket;
  /** The policy that holds from now on, and the other one that held before if it changes. */
  readonly policy: Policy | undefined;
  readonly formerly?: PolicyRef | 'none';
}

type Metric = (typeof METRICS)[number];

/**
 * The clocks after an event, every metric's in turn: breaches that time brought, then the moves, then the new promise. Cycles that
 * are over are let go, unless they broke their promise.
 */
export function advance(clocks: readonly Clock[], to: Advance, policies: PolicySet): readonly Clock[] {
  const judged = to.policy === undefined ? {} : judgedAttributes(to.policy, to.ticket);
  return METRICS.flatMap(metric => {
    const cycles = clocks.filter(clock => clock.metric === metric.name);
    const moved = move(cycles, metric, to);
    const promised = to.policy && promiseFor(policies, to.policy, metric.name, judged, to.ticket);
    const aimed = moved.map(clock => {
      if (!isOpen(clock)) return leftUnder(clock, to.formerly);
      const same = to.formerly === undefined && aimsAt(clock, promised);
      return withDue(same ? clock : retarget(clock, promised, to.at), promised);
    });
    return aimed.filter((clock, index) => index === aimed.length - 1 || hasBroken(clock));
  });
}

const leftUnder = (clock: Clock, formerly: Advance['formerly']): Clock =>
  formerly === undefined || formerly === 'none' || clock.row === undefined ? clock : { under: formerly, ...clock };

const hasBroken = (clock: Clock): boolean => clock.breachedAt !== undefined || clock.superseded.length > 0;

function move(cycles: readonly Clock[], metric: Metric, to: Advance): readonly Clock[] {
  const settled = cycles.map(clock => settle(clock, to.at));
  if (to.ticket.gone) return settled.map(clock => (isOpen(clock) ? cancel(clock, to.at) : clock));
  const latest = settled.at(-1);
  const closed = latest === undefined ? [] : [close(latest, metric, to)];
  const begun = !closed.some(isOpen) && begins(metric, to) ? [begin(metric, to)] : [];
  const pauses = pausesOf(to.policy, metric);
  const held = [...closed, ...begun].map(clock => hold(clock, to.at, to.ticket.status, pauses));
  return [...settled.slice(0, -1), ...held];
}

const any = (occasions: readonly Occasion[], of: readonly Occasion[]): boolean =>
  occasions.some(occasion => of.includes(occasion));

const begins = (metric: Metric, { occasions, ticket }: Advance): boolean =>
  any(occasions, metric.starts) && (isActive(ticket.status) || occasions.includes('opened'));

function begin(metric: Metric, to: Advance): Clock {
  const clock = start(metric.name, to.at);
  return isActive(to.ticket.status) ? clock : close(clock, metric, to);
}

function close(clock: Clock, metric: Metric, { at, occasions, policy }: Advance): Clock {
  if (clock.cancelledAt !== undefined) return clock;
  if (clock.stoppedAt !== undefined)
    return metric.resumes && occasions.includes('reopened') ? reopen(clock, at) : clock;
  if (!any(occasions, metric.stops)) return clock;
  const unmeasured = metric.name === 'first response' && policy?.solvedUnanswered === 'unmeasured';
  return unmeasured && !occasions.includes('public reply') ? cancel(clock, at) : fulfil(clock, at);
}
