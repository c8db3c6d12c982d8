import type { Instant } from '../calendar/instant.ts';
import { type Clock, stateOf } from '../clock/clock.ts';
import { type Promised, promiseOfClock } from '../clock/promise.ts';
import { type Climb, climbOf } from '../escalation/climb.ts';
import { rungInstant } from '../escalation/due-action.ts';
import { asSeen, clockOf, type TicketRecord } from '../escalation/ticket-record.ts';
import type { Rung } from '../policy/ladder.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import type { Hold, WhyHeld, WhyNot } from './delivery.ts';
import type { Notification } from './notification.ts';
import { LOOK_AGAIN } from './silence.ts';

/** Whether something is still to be told, is not to be told yet, or never. */
export type StillWanted = 'wanted' | { readonly hold: Hold } | { readonly whyNot: WhyNot };

/**
 * Whether a notification is still to be told at `now`, by the ticket as it is: its clock runs, its rung lies behind it, and nothing
 * that was told since says more to the same recipient. A rung fires once, so what it owes waits for as long as its clock is open:
 * while that is paused, and while a change of target has its rung ahead again or gone.
 */
export function wanted(notification: Notification, kept: TicketRecord, policies: PolicySet, now: Instant): StillWanted {
  const record = asSeen(kept, now, policies);
  const clock = clockOf(record, notification);
  if (clock === undefined) return { whyNot: 'cancelled' };
  const climb = climbOf(record.climbs, clock);
  switch (stateOf(clock)) {
    case 'stopped':
      return { whyNot: 'answered' };
    case 'cancelled':
      return { whyNot: 'cancelled' };
    case 'paused':
      return climb.round === notification.round ? waits('paused', now) : { whyNot: 'moved' };
    case 'running': {
      if (climb.round !== notification.round) return { whyNot: 'moved' };
      const promised = promiseOfClock(policies, clock, record.timed?.policy);
      const rung = promised?.ladder.find(({ id }) => id === notification.rung);
      const at = promised && rung && rungInstant(rung, clock, promised);
      if (at === undefined || at > now) return waits('moved', now, at);
      if (climb.acknowledged && notification.time > 1) return { whyNot: 'acknowledged' };
      const whyNot = overtaken(notification, climb, rungsAfter(at, climb, clock, promised!, now));
      return whyNot === undefined ? 'wanted' : { whyNot };
    }
  }
}

/** Held until then, or the next look: what has put it off may be taken back before. */
const waits = (why: WhyHeld, now: Instant, until = Number.POSITIVE_INFINITY): StillWanted => ({
  hold: { why, until: Math.min(until, now + LOOK_AGAIN) },
});

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

/** The rungs that have fired and fell due after an instant, by `now`, the latest last: of those that fired together that one was told. */
function rungsAfter(at: Instant, climb: Climb, clock: Clock, promised: Promised, now: Instant): readonly Rung[] {
  const instantOf = (rung: Rung) => rungInstant(rung, clock, promised) ?? at;
  return promised.ladder
    .filter(rung => timesFired(climb, rung.id) > 0 && instantOf(rung) > at && instantOf(rung) <= now)
    .toSorted((a, b) => instantOf(a) - instantOf(b));
}
