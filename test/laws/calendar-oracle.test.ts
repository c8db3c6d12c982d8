import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, compileCalendar } from '../../shared/calendar/calendar.ts';
import { definitionOf, type Scene, scenes } from './oracle/hours.ts';
import { SlowCalendar } from './oracle/slow-calendar.ts';
import { WALL_LENGTH } from './oracle/walls.ts';

describe('a calendar agrees with a minute-by-minute walk along the wall', () => {
  it('about whether it is open, at any millisecond', () => {
    inEvery(scenes, (calendar, slow, { a }) => {
      expect(calendar.isOpen(a)).toBe(slow.isOpen(a));
    });
  });

  it('about the time elapsed between two instants, either way', () => {
    inEvery(scenes, (calendar, slow, { a, b }) => {
      expect(calendar.elapsed(a, b)).toBe(slow.elapsed(a, b));
    });
  });

  it('about the earliest instant at which so much has elapsed, and the latest before which it did', () => {
    const add = fc.tuple(scenes, fc.integer({ min: -WALL_LENGTH, max: WALL_LENGTH }), fc.integer({ min: 1, max: 100 }));
    inEvery(
      add.map(([scene, d, divisor]) => ({ ...scene, d: Math.trunc(d / divisor) })),
      (calendar, slow, { a, d }) => {
        const expected = slow.add(a, d);
        if (expected !== undefined) expect(calendar.add(a, d)).toBe(expected);
      },
    );
  });

  it('about the earliest instant at the very edges of windows, where whole minutes meet', () => {
    inEvery(scenes, (calendar, slow, { a, b }) => {
      const d = slow.elapsed(a, b);
      expect(calendar.add(a, d)).toBe(slow.add(a, d));
    });
  });

  it('about when it opens next', () => {
    inEvery(scenes, (calendar, slow, { a, wall }) => {
      const end = wall.from + WALL_LENGTH;
      if (slow.elapsed(a, end) > 0) expect(calendar.nextOpening(a)).toBe(slow.add(a, 1)! - 1);
    });
  });

  it('about its open spans', () => {
    inEvery(scenes, (calendar, slow, { a, b }) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      let end = from;
      for (const span of calendar.spans(from, to)) {
        expect(span.from === from || span.from > end).toBe(true);
        expect(slow.elapsed(end, span.from)).toBe(0);
        expect(slow.elapsed(span.from, span.to)).toBe(span.to - span.from);
        end = span.to;
      }
      expect(slow.elapsed(end, to)).toBe(0);
    });
  });
});

function inEvery<S extends Scene>(
  drawn: fc.Arbitrary<S>,
  law: (calendar: Calendar, slow: SlowCalendar, scene: S) => void,
) {
  const run = (scene: S) => {
    const calendar = compileCalendar(definitionOf(scene.wall, scene.hours));
    law(calendar, new SlowCalendar(scene.wall, scene.hours), scene);
  };
  fc.assert(fc.property(drawn, run), { numRuns: 10_000 });
}
