import type { Instant } from '../calendar/instant.ts';
import { stateOf } from '../clock/clock.ts';
import { promiseOfClock } from '../clock/promise.ts';
import { climbOf } from '../escalation/climb.ts';
import { rungInstant } from '../escalation/due-action.ts';
import { asSeen, clockOf, type TicketRecord } from '../escalation/ticket-record.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import type { WhyNot } from './delivery.ts';
import type { Notification } from './notification.ts';

/** Whether a notification is still to be told at `now`, by the ticket as it is: its clock runs, and its rung lies behind it. */
export function wanted(
  notification: Notification,
  kept: TicketRecord,
  policies: PolicySet,
  now: Instant,
): 'wanted' | WhyNot {
  const record = asSeen(kept, now, policies);
  const clock = clockOf(record, notification);
  if (clock === undefined) return 'cancelled';
  switch (stateOf(clock)) {
    case 'stopped':
      return 'answered';
    case 'cancelled':
      return 'cancelled';
    case 'paused':
      return 'paused';
    case 'running': {
      const promised = promiseOfClock(policies, clock, record.timed?.policy);
      if (promised === undefined) return 'moved';
      if (climbOf(record.climbs, clock).round !== notification.round) return 'moved';
      const rung = promised.ladder.find(({ id }) => id === notification.rung);
      const at = rung && rungInstant(rung, clock, promised);
      return at !== undefined && at <= now ? 'wanted' : 'moved';
    }
  }
}
