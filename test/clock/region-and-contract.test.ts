import { describe, expect, it } from 'vitest';
import { ALWAYS } from '../../shared/calendar/definition.ts';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import type { Clock } from '../../shared/clock/clock.ts';
import { foldAll } from '../../shared/clock/fold.ts';
import type { MetricName } from '../../shared/metric/metrics.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { OFFICE, policy, row } from '../policies.ts';
import { at, becomes, created, MONDAY, set } from '../timelines.ts';

const minute = (instant: number | undefined) => (instant === undefined ? undefined : (instant - MONDAY) / MINUTE);

const clockOf = (metric: MetricName, events: readonly TicketEvent[], plan: Policy): Clock =>
  foldAll(events, policySet([plan]))!.clocks.findLast(clock => clock.metric === metric)!;

describe('a change of region', () => {
  const plan = policy({
    calendars: {
      always: ALWAYS,
      office: {
        ...OFFICE,
        zoneFrom: 'time_zone',
        variants: [{ when: { country: ['JP'] }, ...OFFICE, zone: 'Asia/Tokyo' }],
      },
    },
    targets: [row({ metric: 'resolution', calendar: 'office', target: { kind: 'duration', duration: 2 * HOUR } })],
  });
  const dueIn = (...turns: readonly TicketEvent[]) =>
    minute(clockOf('resolution', [at(0, created()), ...turns], plan).due);

  it.each([
    [{}, 120],
    [{ country: 'FR' }, 120],
    [{ country: 'JP' }, 16 * 60 + 120],
    [{ time_zone: 'America/New_York' }, 6 * 60 + 120],
    [{ time_zone: 'nowhere' }, 120],
  ])('to %j counts from the start of the clock in the hours there', (region, due) => {
    expect(dueIn(at(10, set(region)))).toBe(due);
  });

  it('breaks the promise at the moment of the change when it would have been broken there', () => {
    const moved = [
      at(-6 * 60, created({ country: 'JP' })),
      at(30, set({ country: 'FR' })),
      at(60, set({ country: 'JP' })),
    ];
    const clock = clockOf('resolution', moved, plan);
    expect([minute(clock.due), minute(clock.breachedAt)]).toEqual([-4 * 60, 60]);
  });

  it('leaves a clock that was stopped the hours it ran on', () => {
    const life = [at(0, created({ country: 'JP' })), at(30, becomes('solved')), at(40, set({ country: 'FR' }))];
    expect(clockOf('resolution', life, plan).hours).toEqual({ variant: 0 });
    const resumed = clockOf('resolution', [...life, at(50, becomes('open'))], plan);
    expect(resumed.hours).toBeUndefined();
  });
});

describe('a contract', () => {
  const plan = policy({
    targets: [
      row({ metric: 'first response', target: { kind: 'as contracted' } }),
      row({ metric: 'resolution', target: { kind: 'duration', duration: 8 * HOUR } }),
    ],
  });
  const targets = [
    { metric: 'first response', severity: 'A', target: '15m' },
    { metric: 'resolution', target: '4h' },
    { metric: 'agent work', target: '1h' },
  ];
  const born = (
    severity: string,
    granted: object = { granted: { attributes: {}, contract: { customer: 'c', from: 0, targets } } },
  ) => at(0, { ...created({ severity }), ...granted } as ReturnType<typeof created>);

  it('has its own times in place of those of the policy, by severity or for all', () => {
    expect(minute(clockOf('first response', [born('A')], plan).due)).toBe(15);
    expect(minute(clockOf('resolution', [born('B')], plan).due)).toBe(240);
  });

  it('commits to nothing where the policy asks for a contract and none is on file, or says nothing', () => {
    expect(clockOf('first response', [born('B')], plan).due).toBeUndefined();
    expect(clockOf('first response', [born('A', {})], plan)).toMatchObject({ row: 0 });
    expect(clockOf('first response', [born('A', {})], plan).due).toBeUndefined();
  });

  it('holds from the moment the severity is one it names', () => {
    const clock = clockOf('first response', [born('B'), at(20, set({ severity: 'A' }))], plan);
    expect([minute(clock.due), minute(clock.breachedAt)]).toEqual([15, 20]);
  });

  it('promises nothing about what the policy does not time', () => {
    expect(clockOf('agent work', [born('A')], plan).due).toBeUndefined();
  });
});
