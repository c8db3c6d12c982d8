import fc from 'fast-check';
import type { CalendarDefinition } from '../../../shared/calendar/definition.ts';
import { parseLocalDate } from '../../../shared/calendar/local-date.ts';
import { parseWindow } from '../../../shared/calendar/window.ts';
import type { Hours } from './slow-calendar.ts';
import type { Wall } from './wall.ts';
import { WALL_LENGTH, WALLS } from './walls.ts';

const minute = fc.oneof(fc.constantFrom(0, 60, 120, 150, 180, 540, 720, 1020, 1380), fc.integer({ min: 0, max: 1439 }));

const window = fc
  .tuple(minute, fc.oneof(minute, fc.constant(1440)))
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => `${clock(from)}-${clock(to)}`);

const day = fc.oneof(
  fc.constant(['09:00-17:00']),
  fc.constant(['08:00-12:00', '13:00-17:30']),
  fc.constant(['22:00-06:00']),
  fc.constant(['00:00-24:00']),
  fc.array(window, { maxLength: 3 }),
);

const week = fc.oneof(
  fc.array(day, { minLength: 7, maxLength: 7 }),
  day.map(same => [same, same, same, same, same, [], []]),
);

/** Some wall, any opening hours whose holidays and exceptions fall where the wall is looked at, and two instants there. */
export interface Scene {
  readonly wall: Wall;
  readonly hours: Hours;
  readonly a: number;
  readonly b: number;
}

const within = fc.oneof(
  fc.integer({ min: 0, max: WALL_LENGTH - 1 }),
  fc
    .tuple(fc.integer({ min: 1, max: WALL_LENGTH / 60_000 - 1 }), fc.constantFrom(-1, 0, 0, 1))
    .map(([minutes, off]) => minutes * 60_000 + off),
);

/** Scenes, drawn anew for every run. */
export const scenes: fc.Arbitrary<Scene> = fc.constantFrom(...WALLS).chain(wall => {
  const date = fc.constantFrom(...wall.dates);
  const hours = fc.record({
    week,
    holidays: fc.uniqueArray(date, { maxLength: 3 }),
    exceptions: fc.dictionary(date, day, { maxKeys: 3 }),
  });
  const instant = within.map(offset => wall.from + offset);
  return fc.record({ wall: fc.constant(wall), hours, a: instant, b: instant });
});

/** The same hours in the terms of the calendar under test. */
export function definitionOf({ zone }: Wall, { week, holidays, exceptions }: Hours): CalendarDefinition {
  return {
    zone,
    week: week.map(texts => texts.map(parseWindow)),
    holidays: holidays.map(date => parseLocalDate(date)!).toSorted((a, b) => a - b),
    exceptions: Object.fromEntries(Object.entries(exceptions).map(([date, texts]) => [date, texts.map(parseWindow)])),
  };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
