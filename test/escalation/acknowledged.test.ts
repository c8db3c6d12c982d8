import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import type { Acknowledgement } from '../../shared/clock/acknowledgement.ts';
import { onAcknowledged, onDue, onTimeline, onUnacknowledged } from '../../shared/engine.ts';
import { type TicketRecord, unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { policy, row, rung } from '../policies.ts';
import { at, becomes, created, MONDAY, set } from '../timelines.ts';

const LADDER = [
  rung('breach', { kind: 'breach' }, { repeat: { every: 30 * MINUTE, wall: false, times: 9 } }),
  rung('+3h', { kind: 'after', duration: 3 * HOUR, wall: false }),
];
const POLICIES = policySet([
  policy({
    targets: [
      row({ metric: 'resolution', when: { severity: ['A'] }, ladder: 'usual' }),
      row({ metric: 'resolution', target: { kind: 'duration', duration: 8 * HOUR }, ladder: 'usual' }),
    ],
    ladders: { usual: LADDER },
  }),
]);
const BIRTH = at(0, created({ severity: 'A' }));
const KEY = { tenant: '', source: 'desk', id: 'T1' };
const ALL = () => true;

const minute = (minutes: number) => MONDAY + minutes * MINUTE;
const born = onTimeline(unknownTicket(KEY), [BIRTH], POLICIES).record;
const said = (minutes: number, facts: Partial<Acknowledgement> = {}): Acknowledgement => ({
  at: minute(minutes),
  by: 'Ana',
  via: 'link',
  ...facts,
});
const acknowledgedIn = (record: TicketRecord) => record.climbs.map(({ acknowledged }) => acknowledged);

/** What is told up to a minute, and the record then. */
function lived(start: TicketRecord, until: number) {
  let record = start;
  const told: (readonly [number, string, number])[] = [];
  while (record.nextActionAt !== undefined && record.nextActionAt <= minute(until)) {
    const now = record.nextActionAt;
    const decision = onDue(record, now, POLICIES);
    record = decision.record;
    for (const { rung: id, time } of decision.notifications) told.push([(now - MONDAY) / MINUTE, id, time]);
  }
  return { record, told };
}

describe('an acknowledgement', () => {
  it('ends the repeating of a ladder; its later rungs are told all the same', () => {
    const { record, told } = lived(born, 100);
    expect(told).toEqual([
      [60, 'breach', 1],
      [90, 'breach', 2],
    ]);
    const seen = onAcknowledged(record, said(100), POLICIES, ALL).record;
    expect(lived(seen, 24 * 60).told).toEqual([[240, '+3h', 1]]);
  });

  it('said twice is said once, and whoever said it first stands', () => {
    const { record } = lived(born, 60);
    const once = onAcknowledged(record, said(70), POLICIES, ALL).record;
    expect(onAcknowledged(once, said(80, { by: 'Ben' }), POLICIES, ALL).record).toBe(once);
    expect(acknowledgedIn(once)).toEqual([said(70)]);
  });

  it('is of the clocks that are meant, and of none that is closed', () => {
    const { record } = lived(born, 60);
    expect(onAcknowledged(record, said(70), POLICIES, ({ metric }) => metric === 'agent work').record).toBe(record);
    const solved = onTimeline(record, [BIRTH, at(65, becomes('solved'))], POLICIES).record;
    expect(acknowledgedIn(onAcknowledged(solved, said(70), POLICIES, ALL).record)).toEqual([undefined]);
  });

  it('is of one round: after a breach was taken back a new one is needed', () => {
    const { record } = lived(born, 60);
    const seen = onAcknowledged(record, said(65), POLICIES, ALL).record;
    const eased = onTimeline(seen, [BIRTH, at(70, set({ severity: 'C' }))], POLICIES).record;
    expect(lived(eased, 24 * 60).told.slice(0, 3)).toEqual([
      [480, 'breach', 1],
      [510, 'breach', 2],
      [540, 'breach', 3],
    ]);
  });
});

describe('an acknowledgement at a pager', () => {
  const { record } = lived(born, 60);
  const byPage = (minutes: number, page = 'p1') => said(minutes, { via: 'pagerduty', page });
  const seen = onAcknowledged(record, byPage(65), POLICIES, ALL).record;

  it('is taken back by the same page, and then the ladder repeats again', () => {
    const taken = onUnacknowledged(seen, 'p1', POLICIES).record;
    expect(acknowledgedIn(taken)).toEqual([undefined]);
    expect(lived(taken, 120).told).toEqual([
      [90, 'breach', 2],
      [120, 'breach', 3],
    ]);
  });

  it('is not taken back by another page, nor is what was said elsewhere', () => {
    expect(onUnacknowledged(seen, 'p2', POLICIES).record).toBe(seen);
    const byLink = onAcknowledged(record, said(62), POLICIES, ALL).record;
    const both = onAcknowledged(byLink, byPage(65), POLICIES, ALL).record;
    expect(acknowledgedIn(onUnacknowledged(both, 'p1', POLICIES).record)).toEqual([said(62)]);
  });

  it('gives way to a later word of the same page', () => {
    const later = onAcknowledged(seen, byPage(75), POLICIES, ALL).record;
    expect(acknowledgedIn(later)).toEqual([byPage(75)]);
    expect(onAcknowledged(later, byPage(75), POLICIES, ALL).record).toBe(later);
  });

  it('leaves nothing behind where nothing else was to be remembered', () => {
    const early = onAcknowledged(born, byPage(10), POLICIES, ALL).record;
    expect(early.climbs).toHaveLength(1);
    expect(onUnacknowledged(early, 'p1', POLICIES).record).toEqual(born);
  });
});
