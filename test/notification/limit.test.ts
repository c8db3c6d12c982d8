import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { againAt, type Lane, type Limit, shareOf, slotsAt } from '../../shared/notification/limit.ts';

/** Counts in memory as the table does; gives the instant to ask again at, or nothing where there is room. */
function meterOf(limit: Limit) {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1).get(key)!;
  return (lane: Lane, now: number, jitter: number): number | undefined => {
    const { slot, first } = slotsAt(limit, now);
    let taken = 0;
    for (let each = first; each <= slot; each += 1) taken += counts.get(`${each}`) ?? 0;
    if (taken >= shareOf(limit, lane)) return againAt(limit, lane, slot, add(`${slot} ${lane}`), jitter);
    add(`${slot}`);
    return undefined;
  };
}

const limit = fc.constantFrom<Limit>(
  { count: 120, per: MINUTE },
  { count: 14, per: SECOND },
  { count: 4, per: SECOND },
  { count: 1, per: 10 * SECOND },
);
const crowd = fc.array(
  fc.record({
    lane: fc.constantFrom<Lane>('resolve', 'worst', 'rest'),
    at: fc.nat({ max: 2 * MINUTE }),
    jitter: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  { minLength: 1, maxLength: 200 },
);

interface Taken {
  readonly lane: Lane;
  readonly at: number;
}

/** Whoever is turned away comes again when told to; gives who was let in, in order. */
function letIn(limit: Limit, crowd: readonly (Taken & { readonly jitter: number })[]): readonly Taken[] {
  const meter = meterOf(limit);
  const queue = [...crowd];
  const taken: Taken[] = [];
  while (queue.length > 0) {
    queue.sort((a, b) => a.at - b.at);
    const next = queue.shift()!;
    const again = meter(next.lane, next.at, next.jitter);
    if (again === undefined) taken.push(next);
    else {
      expect(again).toBeGreaterThan(next.at);
      queue.push({ ...next, at: again });
    }
  }
  return taken;
}

it('in no stretch of time is a service asked for more than it takes, and of what can wait for no more than three quarters', () => {
  fc.assert(
    fc.property(limit, crowd, (limit, crowd) => {
      const taken = letIn(limit, crowd);
      for (const [index, { at }] of taken.entries()) {
        const stretch = taken.slice(0, index + 1).filter(each => each.at > at - limit.per);
        expect(stretch.length).toBeLessThanOrEqual(limit.count);
        const last = taken[index]!;
        if (last.lane === 'rest') expect(stretch.length).toBeLessThanOrEqual(shareOf(limit, 'rest'));
      }
    }),
    { numRuns: 60 },
  );
});

it('everybody is let in, a crowd that comes at once not much later than the service could have taken it', () => {
  fc.assert(
    fc.property(
      limit,
      fc.integer({ min: 1, max: 300 }),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (limit, size, chance) => {
        const crowd = Array.from({ length: size }, () => ({
          lane: 'rest' as const,
          at: 0,
          jitter: chance.next().value!,
        }));
        const taken = letIn(limit, crowd);
        expect(taken).toHaveLength(size);
        const turns = Math.ceil(size / shareOf(limit, 'rest'));
        expect(taken.at(-1)!.at).toBeLessThanOrEqual(2 * turns * limit.per);
      },
    ),
    { numRuns: 60 },
  );
});
