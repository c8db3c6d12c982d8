import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, type Instant, SECOND } from '../../shared/calendar/instant.ts';
import { wantAcknowledged } from '../../shared/notification/acknowledge-there.ts';
import { claim } from '../../shared/notification/claim.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import type { Delivery, Outcome } from '../../shared/notification/delivery.ts';
import { held } from '../../shared/notification/hold.ts';
import { suppressed, wantResolved } from '../../shared/notification/resolve.ts';
import { DUE, delivery, notification } from './notices.ts';

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ verdict: 'sent' }),
  fc.constant<Outcome>({ verdict: 'refused', detail: 'no' }),
  fc.record({ verdict: fc.constant('retry' as const), detail: fc.constant('busy'), retryAfter: fc.nat({ max: DAY }) }),
  fc.constant<Outcome>({ verdict: 'retry', detail: 'no answer', uncertain: true }),
);

type Step =
  | { readonly do: 'wait' | 'hold'; readonly for: number }
  | { readonly do: 'message' | 'crash' | 'clock stops' | 'acknowledged' | 'not wanted' }
  | { readonly do: 'answer'; readonly outcome: Outcome };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('wait' as const), for: fc.oneof(fc.nat({ max: 120 * SECOND }), fc.nat({ max: DAY })) }),
  fc.record({ do: fc.constantFrom('message' as const, 'message' as const, 'crash' as const, 'clock stops' as const) }),
  fc.record({ do: fc.constantFrom('not wanted' as const, 'acknowledged' as const) }),
  fc.record({ do: fc.constant('hold' as const), for: fc.nat({ max: DAY }) }),
  fc.record({ do: fc.constant('answer' as const), outcome }),
);

const OPEN = ['owed', 'attempting', 'retry', 'held'];

/** A row, and the worker that has claimed it. */
interface World {
  readonly row: Delivery;
  readonly now: Instant;
  readonly worker?: { readonly attempt: number; readonly until: Instant; readonly for: Delivery['wanted'] };
}

function following(world: World, taken: Step): World {
  const { row, now, worker } = world;
  switch (taken.do) {
    case 'wait':
      return { ...world, now: now + taken.for };
    case 'crash':
      return { row, now };
    case 'clock stops':
      return row.notification.channel === 'page' ? { ...world, row: wantResolved(row, now) } : world;
    case 'acknowledged':
      return { ...world, row: wantAcknowledged(row, now) };
    case 'not wanted':
      return 'nothing' in claim(row, now) ? world : { ...world, row: suppressed(row, 'cancelled', now) };
    case 'hold':
      if (row.wanted === 'resolved' || 'nothing' in claim(row, now)) return world;
      return { row: held(row, { why: 'silenced', until: now + taken.for }, now), now };
    case 'message': {
      const claimed = claim(row, now);
      if ('nothing' in claimed) return world;
      expect(worker === undefined || worker.until <= now).toBe(true);
      const { attempts, nextActionAt, attempting } = claimed.claimed;
      return { row: claimed.claimed, now, worker: { attempt: attempts, until: nextActionAt!, for: attempting! } };
    }
    case 'answer':
      if (worker === undefined || row.state !== 'attempting' || row.attempts !== worker.attempt) return { row, now };
      return { row: concluded(row, taken.outcome, now, 0.5), now };
  }
}

const journey = fc.record({
  steps: fc.array(step, { maxLength: 40 }),
  channel: fc.constantFrom('page' as const, 'email' as const),
});

const walk = (
  channel: 'page' | 'email',
  steps: readonly Step[],
  seen: (from: World, to: World, by: Step) => void,
): World =>
  steps.reduce<World>(
    (world, taken) => {
      const next = following(world, taken);
      seen(world, next, taken);
      return next;
    },
    { row: delivery({ notification: notification({ channel }) }), now: DUE },
  );

describe('whatever is sent, lost, doubled or dies', () => {
  it('what is owed is never without a time to look again, and what is settled never has one', () => {
    fc.assert(
      fc.property(journey, ({ steps, channel }) => {
        walk(channel, steps, (_, { row }) => expect(row.nextActionAt !== undefined).toBe(OPEN.includes(row.state)));
      }),
    );
  });

  it('nobody attempts what somebody else still may be attempting', () => {
    fc.assert(fc.property(journey, ({ steps, channel }) => void walk(channel, steps, () => {})));
  });

  it('what is settled never changes, but for a page that was told, or may have been, and is seen or whose clock stops', () => {
    fc.assert(
      fc.property(journey, ({ steps, channel }) => {
        walk(channel, steps, (from, to, by) => {
          if (OPEN.includes(from.row.state)) return;
          if (from.row.state === 'sent' && ['clock stops', 'acknowledged'].includes(by.do)) return;
          if (from.row.state === 'refused' && from.row.uncertain && by.do === 'clock stops') return;
          expect(to.row).toBe(from.row);
        });
      }),
    );
  });

  it('what was told stays told until it is to be resolved, whether or not it can be acknowledged', () => {
    fc.assert(
      fc.property(journey, ({ steps, channel }) => {
        walk(channel, steps, (_, { row }) => {
          if (row.wanted === 'acknowledged') expect(row.toldAt).toBeDefined();
          if (row.toldAt !== undefined && row.wanted !== 'resolved')
            expect(['refused', 'suppressed', 'resolved']).not.toContain(row.state);
        });
      }),
    );
  });

  it('a page that is seen while it is being told is acknowledged at its pager once it is told, unless its clock has stopped', () => {
    fc.assert(
      fc.property(journey, ({ steps }) => {
        let seen = false;
        walk('page', steps, (from, to, { do: what }) => {
          seen ||= what === 'acknowledged' && OPEN.includes(from.row.state) && from.row.wanted === 'told';
          if (seen && from.row.toldAt === undefined && to.row.toldAt !== undefined)
            expect(['acknowledged', 'resolved']).toContain(to.row.wanted);
        });
      }),
    );
  });

  it('a resolve is attempted only for what was told or may have been, and never before', () => {
    fc.assert(
      fc.property(journey, ({ steps, channel }) => {
        walk(channel, steps, (_, { worker, row }) => {
          if (worker?.for === 'resolved') expect(row.toldAt !== undefined || row.uncertain === true).toBe(true);
        });
      }),
    );
  });

  it('it comes to an end, and nobody gives up within a day of what was wanted last, if only somebody keeps looking', () => {
    fc.assert(
      fc.property(journey, fc.array(outcome, { minLength: 1 }), ({ steps, channel }, answers) => {
        let world = walk(channel, steps, () => {});
        const wantedAt = world.row.wantedAt;
        for (let looks = 0; OPEN.includes(world.row.state); looks += 1) {
          world = { ...world, now: Math.max(world.now, world.row.nextActionAt!) };
          world = following(following(world, { do: 'message' }), {
            do: 'answer',
            outcome: answers[looks % answers.length]!,
          });
          expect(looks).toBeLessThan(1000);
          if (world.row.detail?.startsWith('gave up') && world.row.state === 'refused')
            expect(world.now - wantedAt).toBeGreaterThanOrEqual(DAY);
        }
        expect(world.row.wantedAt).toBeGreaterThanOrEqual(wantedAt);
      }),
    );
  });
});
