import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, compileCalendar } from '../../shared/calendar/calendar.ts';
import { DAY, EARLIEST, LATEST } from '../../shared/calendar/instant.ts';
import { neverOpens } from '../../shared/calendar/never-opens.ts';
import { definitionOf, scenes } from './oracle/hours.ts';

/** Some calendars of all kinds, other ones in every run, whole from 1970 to 2100. */
const definitions = fc
  .sample(scenes, 60)
  .map(({ wall, hours }) => definitionOf(wall, hours))
  .filter(definition => neverOpens(definition) === undefined);

const calendars = definitions.map(definition => {
  const calendar = compileCalendar(definition);
  return { calendar, total: calendar.elapsed(EARLIEST, LATEST), toString: () => JSON.stringify(definition) };
});

const anyCalendar = fc.constantFrom(...calendars);
const instant = fc.integer({ min: EARLIEST, max: LATEST });
const duration = fc.oneof(
  fc.integer({ min: -3 * DAY, max: 3 * DAY }),
  fc.integer({ min: -4000 * DAY, max: 4000 * DAY }),
);

describe('arithmetic on any calendar from 1970 to 2100', () => {
  it('what was added has elapsed, to the millisecond', () => {
    law(anyCalendar, instant, duration, ({ calendar, total }, from, d) => {
      fc.pre(reaches(calendar, total, from, d));
      expect(calendar.elapsed(from, calendar.add(from, d))).toBe(d);
    });
  });

  it('add gives the earliest such instant, and for a negative duration the latest', () => {
    law(anyCalendar, instant, duration, ({ calendar, total }, from, d) => {
      fc.pre(d !== 0 && reaches(calendar, total, from, d));
      const oneNearer = calendar.add(from, d) - Math.sign(d);
      expect(Math.abs(calendar.elapsed(from, oneNearer))).toBe(Math.abs(d) - 1);
    });
  });

  it('two stretches one after the other add up', () => {
    law(anyCalendar, instant, instant, instant, ({ calendar }, a, b, c) => {
      expect(calendar.elapsed(a, b) + calendar.elapsed(b, c)).toBe(calendar.elapsed(a, c));
    });
  });

  it('there and back is the same length, the other way', () => {
    law(anyCalendar, instant, instant, ({ calendar }, a, b) => {
      expect(calendar.elapsed(a, b) + calendar.elapsed(b, a)).toBe(0);
    });
  });

  it('a longer stretch has never less of it open, nor more than there is', () => {
    law(anyCalendar, instant, instant, instant, ({ calendar }, ...instants) => {
      const [a, b, c] = instants.toSorted((one, other) => one - other) as [number, number, number];
      expect(calendar.elapsed(a, b)).toBeLessThanOrEqual(calendar.elapsed(a, c));
      expect(calendar.elapsed(a, b)).toBeGreaterThanOrEqual(0);
      expect(calendar.elapsed(a, b)).toBeLessThanOrEqual(b - a);
    });
  });

  it('more time added, or a later start, never ends earlier', () => {
    law(anyCalendar, instant, instant, duration, duration, ({ calendar, total }, a, b, d, e) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const [less, more] = [Math.min(d, e), Math.max(d, e)];
      fc.pre([less, more].every(length => [first, second].every(from => reaches(calendar, total, from, length))));
      expect(calendar.add(first, less)).toBeLessThanOrEqual(calendar.add(first, more));
      expect(calendar.add(first, less)).toBeLessThanOrEqual(calendar.add(second, less));
    });
  });

  it('adding in two steps is adding at once, when both go the same way', () => {
    law(anyCalendar, instant, duration, duration, ({ calendar, total }, from, d, e) => {
      fc.pre(Math.sign(d) === Math.sign(e) && reaches(calendar, total, from, d + e));
      expect(calendar.add(calendar.add(from, d), e)).toBe(calendar.add(from, d + e));
    });
  });

  it('taking back what was added leads back to an open start, or to the opening that follows a closed one', () => {
    law(anyCalendar, instant, duration, ({ calendar, total }, from, length) => {
      const d = Math.abs(length);
      fc.pre(d > 0 && reaches(calendar, total, from, d));
      expect(calendar.add(calendar.add(from, d), -d)).toBe(calendar.nextOpening(from));
    });
  });

  it('adding nothing goes nowhere', () => {
    law(anyCalendar, instant, ({ calendar }, from) => {
      expect(calendar.add(from, 0)).toBe(from);
    });
  });

  it('what has been asked before makes no difference', () => {
    const asked = fc.array(fc.tuple(fc.integer({ min: -2000 * DAY, max: 2000 * DAY }), duration), { maxLength: 2 });
    law(anyCalendar, fc.integer({ min: 6000 * DAY, max: LATEST - 6000 * DAY }), asked, ({ calendar }, t, questions) => {
      const fresh = compileCalendar(calendar.definition);
      for (const [offset, length] of questions) fresh.elapsed(t + offset, t + offset + length / 10);
      expect(fresh.elapsed(t, t + 9 * DAY)).toBe(calendar.elapsed(t, t + 9 * DAY));
      expect([...fresh.spans(t, t + 2 * DAY)]).toEqual([...calendar.spans(t, t + 2 * DAY)]);
    });
  });
});

/** Whether there is so much open time before the calendar ends, or since it began. */
function reaches(calendar: Calendar, total: number, from: number, d: number): boolean {
  const opened = calendar.elapsed(EARLIEST, from);
  return opened + d >= (d < 0 ? 1 : 0) && opened + d <= total;
}

function law<T extends [unknown, ...unknown[]]>(
  ...args: [...{ [K in keyof T]: fc.Arbitrary<T[K]> }, (...drawn: T) => void]
) {
  const predicate = args.at(-1) as (...drawn: T) => void;
  const drawn = fc.tuple(...(args.slice(0, -1) as fc.Arbitrary<unknown>[]));
  fc.assert(
    fc.property(drawn, values => predicate(...(values as T))),
    { numRuns: 10_000 },
  );
}
