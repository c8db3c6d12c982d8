import type { Instant } from '../calendar/instant.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { lowered } from '../ticket/ticket.ts';
import { advance } from './advance.ts';
import { type Clock, isOpen } from './clock.ts';
import type { Timed } from './fold.ts';

/**
 * What is known at `now`, without another event: every severity that falls because an answer of the requester was due by then has
 * fallen, and the clocks run under the new promises. The same value when time alone has changed nothing.
 */
export const asOf = (timed: Timed, now: Instant, policies: PolicySet): Timed => settled(timed, now + 1, policies);

/** The same, as of all that was due before an event at `before`: an answer at the due instant is in time. */
export function settled(timed: Timed, before: Instant, policies: PolicySet): Timed {
  const policy = timed.policy && policies.edition(timed.policy);
  const clock = policy && expiring(timed, policy);
  if (policy === undefined || clock === undefined) return timed;
  const at = ranOutAt(clock);
  if (at >= before) return timed;
  const rules = policy.severity.lower!.filter(({ after }) => after === clock.metric);
  const ticket = rules.reduce(
    (fallen, { by, because }) => lowered(fallen, { at, startedAt: clock.startedAt, by, because }),
    timed.ticket,
  );
  const clocks = advance(timed.clocks, { at, occasions: [], ticket, policy }, policies);
  return settled({ ...timed, ticket, clocks }, before, policies);
}

/** When the severity falls next if nothing is heard; undefined when nothing makes it fall. */
export function fallsAt(timed: Timed, policies: PolicySet): Instant | undefined {
  const policy = timed.policy && policies.edition(timed.policy);
  const clock = policy && expiring(timed, policy);
  return clock && ranOutAt(clock);
}

/** At its due instant, or when a change moved that into the past. */
const ranOutAt = (clock: Expiring): Instant => Math.max(clock.due, clock.breachedAt ?? clock.due);

type Expiring = Clock & { readonly due: Instant };

/** The running clock whose expiry will lower the severity, or has by now: one that has not lowered it in this cycle. */
function expiring({ ticket, clocks }: Timed, policy: Policy): Expiring | undefined {
  const rules = policy.severity.lower;
  if (rules === undefined) return undefined;
  return clocks.find(
    (clock): clock is Expiring =>
      clock.due !== undefined &&
      isOpen(clock) &&
      rules.some(({ after }) => after === clock.metric) &&
      !ticket.lowered?.some(({ startedAt }) => startedAt === clock.startedAt),
  );
}
