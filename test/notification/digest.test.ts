import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { fateOf, leavesDigest, PATIENCE, toldInDigest } from '../../shared/notification/digest.ts';
import { factsOf } from '../../shared/notification/facts.ts';
import { worse } from '../../shared/notification/worst-first.ts';
import { DUE, delivery, notification, POLICIES, record } from './notices.ts';

const lead = (facts: Partial<Delivery>) => delivery({ digest: { id: 'D', leads: true }, ...facts });

describe('a digest whose lead', () => {
  it.each<[string, Delivery | undefined, object]>([
    ['never was', undefined, { is: 'leaderless' }],
    ['knows of none', delivery({ state: 'held' }), { is: 'leaderless' }],
    ['is in another', lead({ state: 'held', digest: { id: 'E', leads: true } }), { is: 'leaderless' }],
    ['has yet to begin', lead({ state: 'owed' }), { is: 'leaderless' }],
    ['was not to be told itself', lead({ state: 'suppressed' }), { is: 'leaderless' }],
    ['waits', lead({ state: 'held', nextActionAt: DUE }), { is: 'awaited', until: DUE + PATIENCE, failing: false }],
    ['is telling it', lead({ state: 'attempting' }), { is: 'awaited', failing: false }],
    ['fails', lead({ state: 'retry', failedOver: { at: DUE, to: [] } }), { is: 'awaited', failing: true }],
    ['was refused', lead({ state: 'refused' }), { is: 'refused' }],
    ['has told it', lead({ state: 'sent', toldAt: DUE }), { is: 'told' }],
    ['has told it and is resolved', lead({ state: 'resolved', toldAt: DUE, wanted: 'resolved' }), { is: 'told' }],
  ])('%s', (_what, found, fate) => {
    expect(fateOf('D', found)).toMatchObject(fate);
  });
});

describe('a page in a digest', () => {
  const told = toldInDigest(
    delivery({ state: 'held', detail: 'old' }),
    lead({ toldAt: DUE, reference: 'm-1' }),
    DUE + 1,
  );

  it('was told when its digest was, under its name, and nothing is left to do', () => {
    expect(told).toMatchObject({ state: 'suppressed', whyNot: 'grouped', toldAt: DUE, reference: 'm-1' });
    expect([told.nextActionAt, told.detail]).toEqual([undefined, undefined]);
  });

  it('stays open for the others when its clock stops, and one that was not told yet is none of theirs', () => {
    expect(leavesDigest(told, 2, DUE).detail).toMatch(/open for 2 others$/);
    expect(leavesDigest(leavesDigest(told, 1, DUE), 1, DUE + 1)).toMatchObject({ changedAt: DUE });
    expect(leavesDigest(delivery({ state: 'held' }), 1, DUE)).toMatchObject({
      state: 'suppressed',
      whyNot: 'answered',
    });
    const waiting = lead({ state: 'held' });
    expect(leavesDigest(waiting, 1, DUE)).toBe(waiting);
    const { nextActionAt: _over, ...refused } = lead({ state: 'refused', uncertain: true });
    expect(leavesDigest(refused, 1, DUE)).toMatchObject({ state: 'owed', wanted: 'resolved' });
  });
});

describe('the worst first', () => {
  const facts = factsOf(notification(), record(), POLICIES, DUE);
  const some = fc.record({
    kind: fc.constantFrom('breach' as const, 'overdue' as const, 'warning' as const, 'age' as const),
    rank: fc.nat({ max: 2 }),
    span: fc.nat({ max: 3 }).map(minutes => minutes * MINUTE),
  });
  const order = (a: object, b: object) => Math.sign(worse({ ...facts, ...a }, { ...facts, ...b }));

  it('is an order: turned round it is its opposite, and it goes on from one to the next', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(order(a, b) + order(b, a)).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('what is broken comes before what is not, and of these the most severe, then the latest, then the nearest', () => {
    const entries = [
      { kind: 'overdue', rank: 0, span: 9 },
      { kind: 'breach', rank: 0, span: 1 },
      { kind: 'breach', rank: 1, span: 99 },
      { kind: 'warning', rank: 0, span: 1 },
      { kind: 'warning', rank: 0, span: 2 },
      { kind: 'age', rank: 0, span: 99 },
    ];
    expect(entries.toReversed().toSorted(order)).toEqual(entries);
  });
});
