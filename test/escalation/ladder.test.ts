import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { onDue, onTimeline } from '../../shared/engine.ts';
import { type TicketRecord, unknownTicket } from '../../shared/escalation/ticket-record.ts';
import type { Rung } from '../../shared/policy/ladder.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { LADDER, policy, row, rung } from '../policies.ts';
import { at, becomes, created, MONDAY, reply, set } from '../timelines.ts';

const KEY = { tenant: '', source: 'desk', id: 'T1' };

/** A resolution target of one hour with the ladder, for severity A, and eight hours for the rest. */
const planWith = (ladder: readonly Rung[]): Policy =>
  policy({
    targets: [
      row({ metric: 'resolution', when: { severity: ['A'] }, ladder: 'usual' }),
      row({ metric: 'resolution', target: { kind: 'duration', duration: 8 * HOUR }, ladder: 'usual' }),
    ],
    ladders: { usual: ladder },
  });

/** Every telling of a ticket's life when each action is taken at its instant: minute, rung, time, round. */
function tellings(events: readonly TicketEvent[], plan: Policy, until = 24 * 60) {
  const policies = policySet([plan]);
  const told: (readonly [minute: number, rung: string, time: number, round: number])[] = [];
  let record: TicketRecord = unknownTicket(KEY);
  const act = (before: number) => {
    while (record.nextActionAt !== undefined && record.nextActionAt < before) {
      const now = Math.max(record.nextActionAt, record.timed!.last.at);
      const decision = onDue(record, now, policies);
      record = decision.record;
      for (const { rung: id, time, round } of decision.notifications)
        told.push([(now - MONDAY) / MINUTE, id, time, round]);
    }
  };
  events.forEach((event, index) => {
    act(event.at);
    record = onTimeline(record, events.slice(0, index + 1), policies).record;
  });
  act(MONDAY + until * MINUTE);
  return { told, record };
}

const asked = (severity = 'A') => at(0, created({ severity }));

describe('a ladder', () => {
  it('is climbed rung by rung at its instants', () => {
    expect(tellings([asked()], planWith(LADDER)).told).toEqual([
      [30, '50%', 1, 0],
      [50, '-10m', 1, 0],
      [60, 'breach', 1, 0],
      [90, '+30m', 1, 0],
    ]);
  });

  it('ends with the answer', () => {
    expect(tellings([asked(), at(55, becomes('solved'))], planWith(LADDER)).told.map(([, id]) => id)).toEqual([
      '50%',
      '-10m',
    ]);
  });

  it('waits while the clock is paused', () => {
    const told = tellings([asked(), at(40, becomes('pending')), at(140, becomes('open'))], planWith(LADDER)).told;
    expect(told.map(([minute]) => minute)).toEqual([30, 150, 160, 190]);
  });

  it('repeats a rung as often as it says', () => {
    const nag = rung('breach', { kind: 'breach' }, { repeat: { every: 20 * MINUTE, wall: false, times: 2 } });
    expect(tellings([asked()], planWith([nag])).told).toEqual([
      [60, 'breach', 1, 0],
      [80, 'breach', 2, 0],
      [100, 'breach', 3, 0],
    ]);
  });

  it('holds the repeats of a rung back while the clock is paused, and takes up the rest when it runs again', () => {
    const nag = rung('breach', { kind: 'breach' }, { repeat: { every: 20 * MINUTE, wall: false, times: 2 } });
    const life = [asked(), at(70, becomes('pending')), at(670, becomes('open'))];
    expect(tellings(life, planWith([nag])).told).toEqual([
      [60, 'breach', 1, 0],
      [680, 'breach', 2, 0],
      [700, 'breach', 3, 0],
    ]);
  });

  it('repeats by the wall whatever held the clock', () => {
    const nag = rung('breach', { kind: 'breach' }, { repeat: { every: 20 * MINUTE, wall: true, times: 2 } });
    const life = [asked(), at(70, becomes('pending')), at(90, becomes('open'))];
    expect(tellings(life, planWith([nag])).told).toEqual([
      [60, 'breach', 1, 0],
      [90, 'breach', 2, 0],
      [100, 'breach', 3, 0],
    ]);
  });

  it('tells the most severe of the rungs that were missed together, not a milder one that was to be repeated later', () => {
    const nag = rung('50%', { kind: 'share', share: 0.5 }, { repeat: { every: 20 * MINUTE, wall: false, times: 9 } });
    const policies = policySet([planWith([nag, rung('breach', { kind: 'breach' })])]);
    let record = onTimeline(unknownTicket(KEY), [asked()], policies).record;
    const tell = (minute: number) => {
      const decision = onDue(record, MONDAY + minute * MINUTE, policies);
      record = decision.record;
      return decision.notifications.map(({ rung: id, time }) => [id, time]);
    };
    expect([tell(30), tell(50), tell(75), tell(90)]).toEqual([
      [['50%', 1]],
      [['50%', 2]],
      [['breach', 1]],
      [['50%', 4]],
    ]);
  });

  it('tells a lead longer than the whole target as soon as the clock starts', () => {
    const early = rung('-2h', { kind: 'before', duration: 2 * HOUR, wall: false });
    expect(tellings([asked()], planWith([early])).told).toEqual([[0, '-2h', 1, 0]]);
  });

  it('tells an age even where nothing is committed', () => {
    const plan = policy({
      targets: [row({ metric: 'resolution', target: { kind: 'uncommitted' }, ladder: 'old' })],
      ladders: {
        old: [rung('50%', { kind: 'share', share: 0.5 }), rung('age 4h', { kind: 'age', duration: 4 * HOUR })],
      },
    });
    expect(tellings([asked()], plan).told).toEqual([[240, 'age 4h', 1, 0]]);
  });

  it('measures on the calendar of its clock unless it says wall', () => {
    const rungs = (wall: boolean) => [rung('+10h', { kind: 'after', duration: 10 * HOUR, wall })];
    const plan = (wall: boolean) =>
      policy({
        targets: [row({ metric: 'resolution', calendar: 'office', ladder: 'usual' })],
        ladders: { usual: rungs(wall) },
      });
    expect(tellings([asked()], plan(true), 48 * 60).told).toEqual([[11 * 60, '+10h', 1, 0]]);
    expect(tellings([asked()], plan(false), 48 * 60).told).toEqual([[27 * 60, '+10h', 1, 0]]);
  });
});

describe('a change of target', () => {
  it('fires the rungs it pushes into the past as one, the most severe', () => {
    const told = tellings([asked('C'), at(100, set({ severity: 'A' }))], planWith(LADDER)).told;
    expect(told).toEqual([[100, '+30m', 1, 0]]);
  });

  it('takes a told breach back, and the ladder can be climbed again', () => {
    const { told, record } = tellings([asked('A'), at(70, set({ severity: 'C' }))], planWith(LADDER));
    expect(told.slice(0, 3).map(([, id]) => id)).toEqual(['50%', '-10m', 'breach']);
    expect(told.slice(3)).toEqual([
      [240, '50%', 1, 1],
      [470, '-10m', 1, 1],
      [480, 'breach', 1, 1],
      [510, '+30m', 1, 1],
    ]);
    expect(record.climbs[0]?.corrections).toEqual([{ toldAt: MONDAY + 60 * MINUTE, breachedAt: MONDAY + 60 * MINUTE }]);
  });
});

describe('an answer that arrives late', () => {
  const policies = policySet([planWith(LADDER)]);
  const birth = asked();
  const solved = at(58, becomes('solved'));

  it('takes the told breach back, keeps that on the record and lets the pages go', () => {
    const born = onTimeline(unknownTicket(KEY), [birth], policies).record;
    const broken = onDue(born, MONDAY + 60 * MINUTE, policies).record;
    const answered = onTimeline(broken, [birth, solved], policies);
    expect(answered.record.climbs[0]?.corrections).toHaveLength(1);
    expect(answered.measures.map(({ name }) => name)).toEqual(['Met', 'Attainment', 'Corrections']);
    const settled = onDue(answered.record, MONDAY + 61 * MINUTE, policies);
    expect(settled.resolve).toHaveLength(1);
    expect(settled.record.nextActionAt).toBeUndefined();
  });

  it('lets pages go that were opened by somebody who died before saying so', () => {
    const born = onTimeline(unknownTicket(KEY), [birth], policies).record;
    const answered = onTimeline(born, [birth, at(65, becomes('solved'))], policies).record;
    expect(onDue(answered, MONDAY + 66 * MINUTE, policies).resolve).toHaveLength(1);
  });
});

describe('a breach', () => {
  it('is counted without a ladder, and nobody is told', () => {
    const plan = policy({ targets: [row({ metric: 'resolution' })] });
    const policies = policySet([plan]);
    const born = onTimeline(unknownTicket(KEY), [asked()], policies).record;
    const { notifications, measures, record } = onDue(born, MONDAY + HOUR, policies);
    expect([notifications, measures.map(({ name }) => name)]).toEqual([[], ['Breaches']]);
    expect(record.nextActionAt).toBeUndefined();
  });

  it('leaves nothing to do on a ticket that was answered', () => {
    const policies = policySet([policy()]);
    const record = onTimeline(unknownTicket(KEY), [asked(), at(1, reply), at(2, becomes('solved'))], policies).record;
    expect(record.nextActionAt).toBeUndefined();
  });
});
