import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '../../shared/calendar/instant.ts';
import { stateOf } from '../../shared/clock/clock.ts';
import { onDue, onTimeline } from '../../shared/engine.ts';
import { rungInstant } from '../../shared/escalation/due-action.ts';
import { coursesOf } from '../../shared/escalation/next-action.ts';
import { asSeen, type TicketRecord, unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { afterReopening } from '../../shared/notification/after-reopening.ts';
import { claim } from '../../shared/notification/claim.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import { type Delivery, owed } from '../../shared/notification/delivery.ts';
import { held } from '../../shared/notification/hold.ts';
import { cycleKey, notificationKey } from '../../shared/notification/notification.ts';
import { suppressed, wantResolved } from '../../shared/notification/resolve.ts';
import { LOOK_AGAIN } from '../../shared/notification/silence.ts';
import { wanted } from '../../shared/notification/wanted.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { LADDER, policy, row } from '../policies.ts';
import { at, becomes, created, MONDAY, set } from '../timelines.ts';

/** Two severities that are told of an hour or four after, and one of which nobody is told. */
const policies = policySet([
  policy({
    targets: [
      row({ metric: 'resolution', when: { severity: ['A'] }, ladder: 'usual' }),
      row({ metric: 'resolution', when: { severity: ['B'] }, target: { kind: 'duration', duration: 2 * HOUR } }),
      row({ metric: 'resolution', target: { kind: 'duration', duration: 4 * HOUR }, ladder: 'usual' }),
    ],
    ladders: { usual: LADDER },
  }),
]);

/** Work on a ticket within half a day, in order. */
const life: fc.Arbitrary<readonly TicketEvent[]> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 12 * 60 }),
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('open', 'open', 'pending', 'on hold', 'solved').map(becomes) },
        { weight: 2, arbitrary: fc.constantFrom('A', 'B', 'C').map(severity => set({ severity })) },
      ),
    ),
    { maxLength: 10 },
  )
  .map(events => [at(0, created({ severity: 'A' })), ...events.toSorted(([a], [b]) => a - b).map(each => at(...each))]);

/** A stretch in which nobody is told of anything. */
interface Peace {
  readonly from: Instant;
  readonly to: Instant;
}

const peace: fc.Arbitrary<Peace> = fc
  .tuple(fc.integer({ min: 0, max: 6 * 60 }), fc.integer({ min: 1, max: 6 * 60 }))
  .map(([from, length]) => ({ from: MONDAY + from * MINUTE, to: MONDAY + (from + length) * MINUTE }));

const KEY = { tenant: '', source: 'desk', id: 'T1' };

/** A ticket and the ledger of what it has owed, as time goes by. */
function desk(silences: readonly Peace[]) {
  let record: TicketRecord = unknownTicket(KEY);
  let now = MONDAY;
  const rows = new Map<string, Delivery>();
  const told: string[] = [];
  const putOff = new Set<string>();

  function act(): void {
    const decision = onDue(record, now, policies);
    for (const notification of decision.notifications) {
      const key = notificationKey(notification);
      rows.set(key, rows.get(key) ?? { ...owed(notification, now), nextActionAt: now });
    }
    for (const { upToRound, ...cycle } of decision.resolve)
      for (const [key, row] of rows)
        if (key.startsWith(cycleKey(cycle)) && row.notification.round <= upToRound)
          rows.set(key, wantResolved(row, now));
    for (const cycle of decision.anew)
      for (const [key, row] of rows) if (key.startsWith(cycleKey(cycle))) rows.set(key, afterReopening(row, now));
    record = decision.record;
  }

  function look(row: Delivery): Delivery {
    const found = claim(row, now);
    if ('nothing' in found) return row;
    if (row.wanted !== 'told') return concluded(found.claimed, { verdict: 'sent' }, now, 0);
    const still = wanted(row.notification, record, policies, now);
    if (still !== 'wanted' && 'hold' in still) putOff.add(notificationKey(row.notification));
    if (still !== 'wanted') return 'hold' in still ? held(row, still.hold, now) : suppressed(row, still.whyNot, now);
    const silence = silences.find(({ from, to }) => from <= now && now < to);
    if (silence) return held(row, { why: 'silenced', until: Math.min(silence.to, now + LOOK_AGAIN) }, now);
    told.push(notificationKey(row.notification));
    return concluded(found.claimed, { verdict: 'sent' }, now, 0);
  }

  const dueAt = () =>
    Math.min(...[record, ...rows.values()].map(({ nextActionAt }) => nextActionAt ?? Number.POSITIVE_INFINITY));

  return {
    rows,
    told,
    putOff,
    seen: () => asSeen(record, now, policies),
    until(to: Instant): void {
      for (let next = dueAt(); next <= to; next = dueAt()) {
        now = Math.max(now, next);
        if (record.nextActionAt !== undefined && record.nextActionAt <= now) act();
        for (const [key, row] of rows)
          if (row.nextActionAt !== undefined && row.nextActionAt <= now) rows.set(key, look(row));
      }
      now = Math.max(now, to);
    },
    happens(events: Parameters<typeof onTimeline>[1]): void {
      record = onTimeline(record, events, policies).record;
    },
  };
}

it('what a running clock owes is told once, whatever held it back, or says for good why not', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      life,
      fc.array(peace, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 30 * 60 }),
      (events, silences, more) => {
        const world = desk(silences);
        events.forEach(({ at }, index) => {
          world.until(at);
          world.happens(events.slice(0, index + 1));
        });
        const end = Math.max(events.at(-1)!.at, ...silences.map(({ to }) => to)) + LOOK_AGAIN + more * MINUTE;
        world.until(end);
        expect(new Set(world.told).size).toBe(world.told.length);
        for (const { clock, climb, promised } of coursesOf(world.seen(), policies)) {
          if (clock === undefined || stateOf(clock) !== 'running') continue;
          for (const found of world.rows.values()) {
            if (cycleKey(found.notification) !== cycleKey(clock) || found.notification.round !== climb.round) continue;
            const rung = promised?.ladder.find(({ id }) => id === found.notification.rung);
            const due = promised && rung && rungInstant(rung, clock, promised);
            if (due === undefined || due > end) continue;
            const stands = found.toldAt === undefined ? (found.whyNot ?? found.state) : 'told';
            expect(['told', 'stale', 'inhibited']).toContain(stands);
            const kind = world.putOff.has(notificationKey(found.notification)) ? `${stands} in the end` : stands;
            seen.set(kind, (seen.get(kind) ?? 0) + 1);
          }
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(seen.get('told in the end')).toBeGreaterThan(0);
});
