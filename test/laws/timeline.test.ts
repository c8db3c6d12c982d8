import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAll } from '../../shared/clock/fold.ts';
import { follows, onDue, onTicketEvent, onTimeline } from '../../shared/engine.ts';
import { type TicketRecord, unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { MONDAY } from '../timelines.ts';
import { life, POLICIES } from './lives.ts';

const RUNS = { numRuns: 10_000 };
const KEY = { tenant: '', source: 'desk', id: 'T1' };
const policies = policySet(POLICIES);

/** Takes an event as ingest does: on top of the record where it follows, with the whole timeline where it does not. */
function arrive(record: TicketRecord, event: TicketEvent, arrived: readonly TicketEvent[]): TicketRecord {
  if (follows(record, event)) return onTicketEvent(record, event, policies).record;
  return onTimeline(record, arrived, policies).record;
}

function arriveAll(events: readonly TicketEvent[], between = (record: TicketRecord, _event: TicketEvent) => record) {
  return events.reduce(
    (record, event, index) => between(arrive(record, event, events.slice(0, index + 1)), event),
    unknownTicket(KEY),
  );
}

const arrivals = life.chain(events => fc.shuffledSubarray([...events], { minLength: events.length }));

describe('the timeline of a ticket', () => {
  it('says the same in every order of arrival', () => {
    fc.assert(
      fc.property(arrivals, events => {
        expect(arriveAll(events).timed).toEqual(foldAll(events, policies));
      }),
      RUNS,
    );
  });

  it('says the same whatever was acted on in between', () => {
    fc.assert(
      fc.property(arrivals, events => {
        const acted = arriveAll(events, (record, event) => onDue(record, event.at, policies).record);
        expect(acted.timed).toEqual(foldAll(events, policies));
      }),
      RUNS,
    );
  });

  it('is not changed by an event that was told before', () => {
    fc.assert(
      fc.property(life, fc.nat(), (events, pick) => {
        const record = arriveAll(events);
        const again = events[pick % events.length]!;
        expect(follows(record, again)).toBe(false);
        expect(onTimeline(record, events, policies).record).toEqual(record);
      }),
      RUNS,
    );
  });
});

describe('acting on what is due', () => {
  it('leaves nothing more to do at the same instant', () => {
    fc.assert(
      fc.property(life, fc.nat({ max: 72 * 3600_000 }), (events, after) => {
        const now = MONDAY + after;
        const { record } = onDue(arriveAll(events), now, policies);
        const again = onDue(record, now, policies);
        expect([again.notifications, again.resolve, again.measures]).toEqual([[], [], []]);
        expect(again.record).toEqual(record);
        expect(record.nextActionAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
      }),
      RUNS,
    );
  });

  it('tells a rung of a cycle and round at most once for each time it fires', () => {
    fc.assert(
      fc.property(arrivals, fc.array(fc.nat({ max: 72 * 3600_000 }), { maxLength: 8 }), (events, looks) => {
        const told = new Set<string>();
        const look = (record: TicketRecord, now: number) => {
          const decision = onDue(record, now, policies);
          for (const notification of decision.notifications) {
            const key = JSON.stringify(notification);
            expect(told.has(key)).toBe(false);
            told.add(key);
          }
          return decision.record;
        };
        const lived = arriveAll(events, (record, event) => look(record, event.at));
        looks.toSorted((a, b) => a - b).reduce((record, after) => look(record, MONDAY + 24 * 3600_000 + after), lived);
      }),
      RUNS,
    );
  });

  it('reaches the end of every ladder', () => {
    fc.assert(
      fc.property(arrivals, events => {
        let record = arriveAll(events);
        for (let steps = 0; record.nextActionAt !== undefined; steps += 1) {
          expect(steps).toBeLessThan(60);
          record = onDue(record, record.nextActionAt, policies).record;
        }
      }),
      RUNS,
    );
  });
});
