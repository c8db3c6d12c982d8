import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldAll, foldOne, type Timed } from '../../shared/clock/fold.ts';
import { asOf, fallsAt } from '../../shared/clock/settled.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { at, MONDAY, note } from '../timelines.ts';
import { life, POLICIES } from './lives.ts';

const policies = policySet(POLICIES);
const RUNS = { numRuns: 10_000 };
const laterLife = fc.tuple(life, fc.integer({ min: 0, max: 100 * 3600_000 }));

/** What a clock runs towards, whatever has been written down about a breach. */
const aims = ({ ticket, clocks }: Timed) => ({
  lowered: ticket.lowered,
  clocks: clocks.map(({ metric, startedAt, row, hours, contracted, due }) => [
    metric,
    startedAt,
    row,
    hours,
    contracted,
    due,
  ]),
});

it('what time alone brings is what the next event finds, though it says nothing', () => {
  let fallen = 0;
  fc.assert(
    fc.property(laterLife, ([events, after]) => {
      const timed = foldAll(events, policies)!;
      const now = Math.max(timed.last.at, MONDAY + after);
      const seen = asOf(timed, now, policies);
      if (seen !== timed) fallen += 1;
      const nothing = { ...at(0, note), at: now + 1 };
      const found = foldOne(timed, nothing, policies);
      expect(aims(seen)).toEqual(aims(found));
      expect(foldOne(seen, nothing, policies)).toEqual(found);
    }),
    RUNS,
  );
  expect(fallen).toBeGreaterThan(RUNS.numRuns / 50);
});

it('a severity falls when it was said to, and not before', () => {
  fc.assert(
    fc.property(life, events => {
      const timed = foldAll(events, policies)!;
      const falls = fallsAt(timed, policies);
      if (falls === undefined) return;
      expect(asOf(timed, falls - 1, policies)).toBe(timed);
      expect(asOf(timed, falls, policies).ticket.lowered?.at(-1)?.at).toBe(falls);
    }),
    RUNS,
  );
});
