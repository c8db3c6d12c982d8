import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR } from '../../shared/calendar/instant.ts';
import { elapsedOf } from '../../shared/clock/due.ts';
import { foldAll } from '../../shared/clock/fold.ts';
import { promiseOfClock } from '../../shared/clock/promise.ts';
import { segmentsOf } from '../../shared/clock/segments.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { MONDAY } from '../timelines.ts';
import { life, POLICIES } from './lives.ts';

const policies = policySet(POLICIES);

it('the ledger of a clock has no hole, and its running segments add up to the time elapsed exactly', () => {
  fc.assert(
    fc.property(life, fc.integer({ min: 0, max: 100 * HOUR }), (events, after) => {
      const timed = foldAll(events, policies)!;
      const now = MONDAY + after;
      for (const clock of timed.clocks) {
        const promised = promiseOfClock(policies, clock, timed.policy);
        if (promised === undefined) continue;
        const segments = segmentsOf(clock, promised.calendar, now);
        const running = segments
          .filter(({ kind }) => kind === 'running')
          .reduce((sum, { from, to }) => sum + to - from, 0);
        expect(running).toBe(elapsedOf(clock, promised.calendar, now));
        segments.forEach((segment, index) => {
          expect(segment.from).toBe(segments[index - 1]?.to ?? clock.startedAt);
          expect(segment.to).toBeGreaterThan(segment.from);
        });
      }
    }),
    { numRuns: 10_000 },
  );
});
