import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { type Clock, outcomeOf, stateOf } from '../../shared/clock/clock.ts';
import { elapsedOf } from '../../shared/clock/due.ts';
import { foldAll } from '../../shared/clock/fold.ts';
import type { MetricName } from '../../shared/metric/metrics.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { policy, row } from '../policies.ts';
import { asks, at, becomes, created, MONDAY, note, reply, set } from '../timelines.ts';

const minute = (instant: number | undefined) => (instant === undefined ? undefined : (instant - MONDAY) / MINUTE);

function clocksOf(metric: MetricName, events: readonly TicketEvent[], plan: Policy = policy()): readonly Clock[] {
  return foldAll(events, policySet([plan]))!.clocks.filter(clock => clock.metric === metric);
}

const clockOf = (metric: MetricName, events: readonly TicketEvent[], plan?: Policy): Clock =>
  clocksOf(metric, events, plan).at(-1)!;

describe('first response', () => {
  it('stops at the first public reply', () => {
    const clock = clockOf('first response', [at(0, created()), at(5, note), at(20, reply), at(30, reply)]);
    expect([stateOf(clock), minute(clock.stoppedAt), outcomeOf(clock, MONDAY)]).toEqual(['stopped', 20, 'met']);
  });

  it('is met by a reply exactly at its due instant, and missed a millisecond later', () => {
    const onTime = { ...at(60, reply) };
    const late = { ...onTime, at: onTime.at + 1 };
    expect(outcomeOf(clockOf('first response', [at(0, created()), onTime]), late.at)).toBe('met');
    const missed = clockOf('first response', [at(0, created()), late]);
    expect([outcomeOf(missed, late.at), minute(missed.breachedAt)]).toEqual(['breached', 60]);
  });

  it('is fulfilled by a solution without a word, or left unmeasured where the policy says so', () => {
    const life = [at(0, created()), at(10, becomes('solved'))];
    expect(minute(clockOf('first response', life).stoppedAt)).toBe(10);
    const unmeasured = clockOf('first response', life, policy({ solvedUnanswered: 'unmeasured' }));
    expect([stateOf(unmeasured), outcomeOf(unmeasured, MONDAY)]).toEqual(['cancelled', 'pending']);
  });

  it('does not pause while the ticket is pending', () => {
    const clock = clockOf('first response', [at(0, created()), at(10, becomes('pending'))]);
    expect([stateOf(clock), minute(clock.due)]).toEqual(['running', 60]);
  });
});

describe('next response', () => {
  it('runs from the first unanswered message after a reply to the next reply', () => {
    const life = [at(0, created()), at(1, asks), at(5, reply), at(10, asks), at(12, asks)];
    expect(minute(clockOf('next response', life).startedAt)).toBe(10);
    expect(minute(clockOf('next response', [...life, at(20, reply)]).stoppedAt)).toBe(20);
  });

  it('does not start before a first reply, nor while the ticket stays solved', () => {
    expect(clocksOf('next response', [at(0, created()), at(1, asks)])).toEqual([]);
    const thanks = [at(0, created()), at(5, reply), at(9, becomes('solved')), at(10, asks)];
    expect(clocksOf('next response', thanks)).toEqual([]);
    expect(minute(clockOf('next response', [...thanks, at(11, becomes('open'))]).startedAt)).toBe(11);
  });
});

describe('periodic update', () => {
  it('starts again with every public update and stops when the ticket is solved', () => {
    const life = [at(0, created()), at(30, reply), at(70, reply)];
    expect(minute(clockOf('periodic update', life).startedAt)).toBe(70);
    expect(minute(clockOf('periodic update', life).due)).toBe(130);
    expect(stateOf(clockOf('periodic update', [...life, at(80, becomes('solved'))]))).toBe('stopped');
  });

  it('keeps the cycles that broke their promise', () => {
    const cycles = clocksOf('periodic update', [at(0, created()), at(90, reply), at(100, reply), at(110, reply)]);
    expect(cycles.map(clock => [minute(clock.startedAt), minute(clock.breachedAt)])).toEqual([
      [0, 60],
      [110, undefined],
    ]);
  });
});

describe('resolution', () => {
  it('stands still on others and takes up the rest when it resumes', () => {
    const life = [at(0, created()), at(20, becomes('pending')), at(200, becomes('open'))];
    expect(clockOf('resolution', life.slice(0, 2)).due).toBeUndefined();
    expect(minute(clockOf('resolution', life).due)).toBe(240);
  });

  it('resumes with what had elapsed when reopened; the time spent solved does not count', () => {
    const clock = clockOf('resolution', [at(0, created()), at(40, becomes('solved')), at(1000, becomes('open'))]);
    expect(minute(clock.due)).toBe(1020);
  });

  it('starts fresh clocks when reopened outside the window', () => {
    const plan = policy({ reopenWithin: 10 * HOUR });
    const life = [at(0, created()), at(40, becomes('solved')), at(1000, becomes('open'))];
    expect(minute(clockOf('resolution', life, plan).startedAt)).toBe(1000);
    expect(minute(clockOf('first response', life, plan).startedAt)).toBe(1000);
    const inside = [at(0, created()), at(40, becomes('solved')), at(640, becomes('open'))];
    expect(minute(clockOf('resolution', inside, plan).startedAt)).toBe(0);
  });
});

describe('requester response', () => {
  it('runs while the ticket waits on the requester, a cycle each time', () => {
    const life = [at(0, created()), at(10, becomes('pending'))];
    expect(minute(clockOf('requester response', life).due)).toBe(70);
    expect(minute(clockOf('requester response', [...life, at(15, asks)]).stoppedAt)).toBe(15);
    expect(minute(clockOf('requester response', [...life, at(16, becomes('open'))]).stoppedAt)).toBe(16);
    const again = [...life, at(16, becomes('open')), at(30, becomes('pending'))];
    expect(minute(clockOf('requester response', again).startedAt)).toBe(30);
  });
});

describe('requester wait and agent work', () => {
  it.each([
    ['requester wait', 'pending', false],
    ['requester wait', 'on hold', true],
    ['requester wait', 'open', true],
    ['agent work', 'pending', false],
    ['agent work', 'on hold', false],
    ['agent work', 'open', true],
  ] as const)('%s in status %s runs: %s', (metric, status, runs) => {
    expect(stateOf(clockOf(metric, [at(0, created()), at(10, becomes(status))]))).toBe(runs ? 'running' : 'paused');
  });
});

describe('a change of target', () => {
  const plan = policy({
    targets: [
      row({ metric: 'resolution', when: { severity: ['A'] }, target: { kind: 'duration', duration: HOUR } }),
      row({ metric: 'resolution', when: { severity: ['C'] }, target: { kind: 'duration', duration: 8 * HOUR } }),
    ],
  });

  it('counts from the start of the clock, its pauses kept', () => {
    const life = [
      at(0, created({ severity: 'C' })),
      at(10, becomes('pending')),
      at(40, becomes('open')),
      at(50, set({ severity: 'A' })),
    ];
    expect(minute(clockOf('resolution', life, plan).due)).toBe(90);
  });

  it('breaks the promise at the moment of the change when the new due time is past', () => {
    const clock = clockOf('resolution', [at(0, created({ severity: 'C' })), at(100, set({ severity: 'A' }))], plan);
    expect([minute(clock.due), minute(clock.breachedAt)]).toEqual([60, 100]);
  });

  it('takes a breach back as superseded when the new due time is ahead', () => {
    const life = [at(0, created({ severity: 'A' })), at(100, set({ severity: 'C' }))];
    const clock = clockOf('resolution', life, plan);
    expect(clock.breachedAt).toBeUndefined();
    expect(clock.superseded.map(({ breachedAt, at }) => [minute(breachedAt), minute(at)])).toEqual([[60, 100]]);
    expect(minute(clock.due)).toBe(480);
  });

  it('moves a paused clock too, and leaves a stopped one as it was', () => {
    const paused = [at(0, created({ severity: 'C' })), at(90, becomes('pending')), at(95, set({ severity: 'A' }))];
    expect(minute(clockOf('resolution', paused, plan).breachedAt)).toBe(95);
    const solved = [at(0, created({ severity: 'C' })), at(90, becomes('solved')), at(95, set({ severity: 'A' }))];
    expect(outcomeOf(clockOf('resolution', solved, plan), MONDAY + 100 * MINUTE)).toBe('met');
  });
});

describe('a clock', () => {
  it('is cancelled when its ticket is deleted or merged, and a breach before that stays one', () => {
    const deleted = clockOf('resolution', [at(0, created()), at(10, { type: 'deleted' }), at(20, reply)]);
    expect([stateOf(deleted), minute(deleted.cancelledAt)]).toEqual(['cancelled', 10]);
    const merged = clockOf('resolution', [at(0, created()), at(90, { type: 'merged', into: 'T2' })]);
    expect([stateOf(merged), minute(merged.breachedAt)]).toEqual(['cancelled', 60]);
  });

  it('pauses with nothing left at its due instant and is not late before it runs again', () => {
    const life = [at(0, created()), at(60, becomes('pending')), at(100, becomes('open'))];
    const clock = clockOf('resolution', life);
    expect([minute(clock.due), clock.breachedAt]).toEqual([100, undefined]);
  });

  it('counts only open time as elapsed', () => {
    const plan = policy({ targets: [row({ metric: 'resolution', calendar: 'office' })] });
    const clock = clockOf('resolution', [at(-60, created())], plan);
    const calendar = policySet([plan]).calendar(plan, 'office');
    expect(elapsedOf(clock, calendar, MONDAY + 30 * MINUTE)).toBe(30 * MINUTE);
    expect(minute(clock.due)).toBe(60);
  });

  it('tells an answer stamped before the creation as given at the creation', () => {
    expect(minute(clockOf('first response', [at(-5, reply), at(0, created())]).stoppedAt)).toBe(0);
  });

  it('knows nothing of a ticket that was never created', () => {
    expect(foldAll([at(5, reply)], policySet([policy()]))).toBeUndefined();
  });
});
