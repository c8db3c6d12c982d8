import type { Calendar } from '../calendar/calendar.ts';
import type { Duration, Instant } from '../calendar/instant.ts';
import type { Target } from '../policy/target.ts';
import { unheldDue } from '../policy/unheld-due.ts';
import type { Clock, Gap } from './clock.ts';

/**
 * An instant of the unheld clock, moved on by the open time of every gap that begins at or before it. Never inside a gap: a
 * clock that pauses with nothing left is not late before it runs again.
 */
export function heldBack(calendar: Calendar, unheld: Instant, gaps: readonly Gap[]): Instant {
  let at = unheld;
  for (const gap of gaps) {
    if (gap.from > at) break;
    at = Math.max(calendar.add(at, calendar.elapsed(gap.from, gap.to)), gap.to);
  }
  return at;
}

/** How long the clock has run by `now`, on the calendar, its gaps left out. */
export function elapsedOf(clock: Clock, calendar: Calendar, now: Instant): Duration {
  const end = Math.max(
    clock.startedAt,
    Math.min(now, clock.stoppedAt ?? clock.cancelledAt ?? clock.paused?.since ?? now),
  );
  let elapsed = calendar.elapsed(clock.startedAt, end);
  for (const gap of clock.gaps) if (gap.from < end) elapsed -= calendar.elapsed(gap.from, Math.min(gap.to, end));
  return elapsed;
}

/** The whole length of a target as running time from `start`; undefined where nothing is committed. */
export function lengthOf(target: Target, calendar: Calendar, start: Instant): Duration | undefined {
  const due = unheldDue(target, calendar, start);
  return due === undefined ? undefined : calendar.elapsed(start, due);
}
