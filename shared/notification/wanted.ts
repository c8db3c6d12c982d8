import type { Instant } from '../calendar/instant.ts';
import { type Clock, stateOf } from '../clock/clock.ts';
import { type Promised, promiseOfClock } from '../clock/promise.ts';
import { type Climb, climbOf } from '../escalation/climb.ts';
import { rungInstant } from '../escalation/due-action.ts';
import { asSeen, clockOf, type TicketRecord } from '../escalation/ticket-record.ts';
import type { Rung } from '../policy/ladder.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import type { WhyNot } from './delivery.ts';
import type { Notification } from './notification.ts';

/**
 * Whether a notification is still to be told at `now`, by the ticket as it is: its clock runs, its rung lies behind it, and nothing
 * that was told since says more to the same recipient.
 */
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
      const climb = climbOf(record.climbs, clock);
      if (climb.round !== notification.round) return 'moved';
      const rung = promised.ladder.find(({ id }) => id === notification.rung);
      const at = rung && rungInstant(rung, clock, promised);
      if (at === undefined || at > now) return 'moved';
      if (climb.acknowledged && notification.time > 1) return 'acknowledged';
      return overtaken(notification, climb, rungsAfter(at, climb, clock, promised)) ?? 'wanted';
    }
  }
}

/** Why a notification need not be told after later rungs: its own repeat came, its warning came true, or a later rung tells the same recipient. */
function overtaken(
  { rung, time, kind, channel, to }: Notification,
  climb: Climb,
  later: readonly Rung[],
): 'inhibited' | 'stale' | undefined {
  if (timesFired(climb, rung) > time) return 'stale';
  const worst = later.at(-1);
  if (worst?.notify.some(told => told.channel === channel && told.to === to)) return 'stale';
  return kind === 'warning' && later.some(({ at }) => at.kind === 'breach' || at.kind === 'after')
    ? 'inhibited'
    : undefined;
}

const timesFired = ({ fired }: Climb, rung: string): number => fired.find(firing => firing.rung === rung)?.times ?? 0;

/** The rungs that have fired and fall due after an instant, the latest last: of those that fired together that one was told. */
function rungsAfter(at: Instant, climb: Climb, clock: Clock, promised: Promised): readonly Rung[] {
  const instantOf = (rung: Rung) => rungInstant(rung, clock, promised) ?? at;
  return promised.ladder
    .filter(rung => timesFired(climb, rung.id) > 0 && instantOf(rung) > at)
    .toSorted((a, b) => instantOf(a) - instantOf(b));
}
