import type { CalendarDefinition } from './definition.ts';
import { DAY, type Instant } from './instant.ts';
import { type EpochDay, parseLocalDate, weekday } from './local-date.ts';
import type { Window } from './window.ts';
import type { Regime } from './zone.ts';

/** The windows that begin on a local date, in order. */
export type WindowsOn = (day: EpochDay) => readonly Window[];

const CLOSED: readonly Window[] = [];

/** Reads a definition by date: the exception there is, or none on a holiday, or the weekday's own; a bad date is a RangeError. */
export function windowsOn({ week, holidays, exceptions }: CalendarDefinition): WindowsOn {
  const weekly = Array.from({ length: 7 }, (_, day) => inOrder(week[day] ?? CLOSED));
  const special = new Map<EpochDay, readonly Window[]>();
  for (const holiday of holidays) special.set(holiday, CLOSED);
  for (const [date, windows] of Object.entries(exceptions)) {
    const day = parseLocalDate(date);
    if (day === undefined) throw new RangeError(`"${date}" is not a date; expected YYYY-MM-DD`);
    special.set(day, inOrder(windows));
  }
  return day => special.get(day) ?? weekly[weekday(day)]!;
}

/**
 * The instants at which the wall clock stands inside a window, as from, to, from, to, … in order, touching ones joined. Under one
 * offset a window is the span of its wall-clock times; so one that is skipped adds nothing and one that is repeated counts twice.
 */
export function openSpans(windows: WindowsOn, regimes: readonly Regime[]): Instant[] {
  const edges: Instant[] = [];
  for (const { from, to, offset } of regimes) {
    const last = Math.floor((to - 1 + offset) / DAY);
    for (let day = Math.floor((from + offset) / DAY) - 1; day <= last; day++) {
      const midnight = day * DAY - offset;
      for (const window of windows(day)) {
        append(edges, Math.max(from, midnight + window.from), Math.min(to, midnight + window.to));
      }
    }
  }
  return edges;
}

function append(edges: Instant[], opens: Instant, closes: Instant): void {
  if (opens >= closes) return;
  const last = edges.length - 1;
  if (last < 0 || edges[last]! < opens) edges.push(opens, closes);
  else if (edges[last]! < closes) edges[last] = closes;
}

function inOrder(windows: readonly Window[]): readonly Window[] {
  return windows.toSorted((a, b) => a.from - b.from);
}
