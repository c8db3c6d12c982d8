import type { Duration, Instant } from '../calendar/instant.ts';
import { type Clock, stateOf } from '../clock/clock.ts';
import { heldBack, lengthOf } from '../clock/due.ts';
import type { Promised } from '../clock/promise.ts';
import type { Repeat, Rung } from '../policy/ladder.ts';
import { unheldDue } from '../policy/unheld-due.ts';
import type { Climb } from './climb.ts';

/** What to do at an instant if nothing changes first: fire a rung for the n-th time, or only tell that the promise is broken. */
export interface DueAction {
  readonly at: Instant;
  /** Absent when the breach itself falls due and the ladder has no rung for it. */
  readonly rung?: Rung;
  /** Counts from 1. */
  readonly time: number;
}

/** When a rung first falls due on a running clock; undefined when it never does under this promise. */
export function rungInstant(rung: Rung, clock: Clock, { target, calendar }: Promised): Instant | undefined {
  const held = (unheld: Instant) => heldBack(calendar, unheld, clock.gaps);
  const start = clock.startedAt;
  if (rung.at.kind === 'age') return held(calendar.add(start, rung.at.duration));
  const due = unheldDue(target, calendar, start);
  if (due === undefined) return undefined;
  switch (rung.at.kind) {
    case 'share':
      return held(calendar.add(start, Math.round(rung.at.share * lengthOf(target, calendar, start)!)));
    case 'breach':
      return held(due);
    case 'before': {
      if (rung.at.wall) return Math.max(start, held(due) - rung.at.duration);
      return held(Math.max(start, calendar.add(due, -rung.at.duration)));
    }
    case 'after':
      return rung.at.wall ? held(due) + rung.at.duration : held(calendar.add(due, rung.at.duration));
  }
}

/** What is still to be done on a clock that runs, in no order; a clock that is paused or closed asks for nothing. */
export function dueActions(clock: Clock, climb: Climb, promised: Promised): readonly DueAction[] {
  if (stateOf(clock) !== 'running') return [];
  const actions: DueAction[] = [];
  for (const rung of promised.ladder) {
    const first = rungInstant(rung, clock, promised);
    if (first === undefined) continue;
    const done = climb.fired.find(firing => firing.rung === rung.id)?.times ?? 0;
    if (done === 0) actions.push({ at: first, rung, time: 1 });
    else if (rung.repeat && climb.acknowledged === undefined && done <= rung.repeat.times)
      actions.push({ at: later(first, rung.repeat, done, clock, promised), rung, time: done + 1 });
  }
  if (climb.breach === undefined && clock.due !== undefined) actions.push({ at: breachInstant(clock), time: 1 });
  return actions;
}

/** When the breach of a running clock is to be told: at its due instant, or when a change broke the promise. */
const breachInstant = (clock: Clock): Instant => clock.breachedAt ?? clock.due!;

/** A repeat waits out the gaps after the first time, as a rung of its own at that time would. */
function later(first: Instant, repeat: Repeat, times: number, { gaps }: Clock, { calendar }: Promised): Instant {
  const on: Duration = repeat.every * times;
  if (repeat.wall) return first + on;
  const since = gaps.filter(gap => gap.from >= first);
  return heldBack(calendar, calendar.add(first, on), since);
}

/** How many times in all a rung should have fired by `now`, at least `time`: missed repeats count as done. */
export function timesBy(now: Instant, { rung, time }: DueAction, clock: Clock, promised: Promised): number {
  const first = rung && rungInstant(rung, clock, promised);
  let times = time;
  while (
    first !== undefined &&
    rung?.repeat &&
    times <= rung.repeat.times &&
    later(first, rung.repeat, times, clock, promised) <= now
  )
    times += 1;
  return times;
}
