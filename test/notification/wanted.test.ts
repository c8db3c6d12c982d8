import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { Notification } from '../../shared/notification/notification.ts';
import { type StillWanted, wanted } from '../../shared/notification/wanted.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { policy, row } from '../policies.ts';
import { at, becomes, MONDAY, reply, set } from '../timelines.ts';
import { DUE, notification, POLICIES, record } from './notices.ts';

const SLOWER = policySet([
  policy({
    targets: [
      row({ ladder: 'usual' }),
      row({ when: { plan: ['slow'] }, ladder: 'usual', target: { kind: 'duration', duration: 90 * MINUTE } }),
      row({ when: { plan: ['quiet'] } }),
    ],
  }),
]);
const PAUSING = policySet([policy({ pauses: { 'first response': ['pending'] } })]);

const fired = (...rungs: readonly (readonly [rung: string, times: number])[]): TicketRecord => ({
  ...record(),
  climbs: [
    {
      metric: 'first response',
      startedAt: MONDAY,
      round: 0,
      fired: rungs.map(([rung, times]) => ({ rung, times, at: DUE })),
      corrections: [],
    },
  ],
});
/** What was found, in words. */
function found(still: StillWanted, now = DUE): string {
  if (still === 'wanted') return still;
  if ('whyNot' in still) return still.whyNot;
  const { why, until } = still.hold;
  return `held for ${Math.floor((until - now) / MINUTE)} minutes: ${why}`;
}

const byMail = { channel: 'email', to: 'manager', kind: 'warning' } as const;

describe('what was told since', () => {
  it.each<[string, string, Partial<Notification>, TicketRecord]>([
    ['nothing', 'wanted', { ...byMail, rung: '50%' }, fired(['50%', 1])],
    ['a later warning to the same reader', 'stale', { ...byMail, rung: '50%' }, fired(['50%', 1], ['-10m', 1])],
    ['the breach, to somebody else', 'inhibited', { ...byMail, rung: '-10m' }, fired(['-10m', 1], ['breach', 1])],
    ['the repeat of the same rung', 'stale', {}, fired(['breach', 2])],
    ['a later rung to somebody else', 'wanted', {}, fired(['breach', 1], ['+30m', 1])],
  ])('%s leaves a notification %s', (_what, expected, facts, kept) => {
    expect(found(wanted(notification(facts), kept, POLICIES, DUE + 45 * MINUTE))).toBe(expected);
  });

  it('leaves a notification wanted where the later rung lies ahead again', () => {
    const kept = fired(['50%', 1], ['-10m', 1]);
    expect(wanted(notification({ ...byMail, rung: '50%' }), kept, POLICIES, DUE - 15 * MINUTE)).toBe('wanted');
  });

  it('leaves a repeat unwanted once somebody has acknowledged, and the first time wanted', () => {
    const seen = fired(['breach', 2]);
    const acknowledged = { at: DUE, by: 'somebody', via: 'mail' };
    const kept = { ...seen, climbs: seen.climbs.map(climb => ({ ...climb, acknowledged })) };
    const later = DUE + 45 * MINUTE;
    expect(found(wanted(notification({ time: 2 }), kept, POLICIES, later))).toBe('acknowledged');
    expect(wanted(notification({ rung: '+30m', time: 1 }), kept, POLICIES, later)).toBe('wanted');
  });
});

describe('the check at the moment of sending', () => {
  it.each<[string, string, Partial<Notification>, Parameters<typeof record>, number]>([
    ['a breach that still stands', 'wanted', {}, [], DUE],
    ['a breach that still stands hours later', 'wanted', {}, [], DUE + 300 * MINUTE],
    ['a warning whose time has come', 'wanted', { rung: '50%' }, [], MONDAY + 30 * MINUTE],
    [
      'a warning whose time lies ahead',
      'held for 0 minutes: moved',
      { rung: '50%' },
      [],
      MONDAY + 30 * MINUTE - SECOND,
    ],
    ['a clock that was answered', 'answered', {}, [{}, [at(70, reply)]], DUE + 15 * MINUTE],
    ['a ticket that was solved', 'answered', {}, [{}, [at(70, becomes('solved'))]], DUE + 15 * MINUTE],
    ['a ticket that was deleted', 'cancelled', {}, [{}, [at(70, { type: 'deleted' })]], DUE + 15 * MINUTE],
    ['a cycle that is no more', 'cancelled', { startedAt: MONDAY + 1 }, [], DUE],
    ['a clock that is paused', 'held for 15 minutes: paused', {}, [{}, [at(50, becomes('pending'))], PAUSING], DUE],
    ['a rung the ladder has not', 'held for 15 minutes: moved', { rung: '75%' }, [], DUE],
    ['a target that was put off', 'held for 15 minutes: moved', {}, [{}, [at(50, set({ plan: 'slow' }))], SLOWER], DUE],
    [
      'a target that was put off, later',
      'wanted',
      {},
      [{}, [at(50, set({ plan: 'slow' }))], SLOWER],
      DUE + 30 * MINUTE,
    ],
    [
      'a promise without a ladder',
      'held for 15 minutes: moved',
      {},
      [{}, [at(50, set({ plan: 'quiet' }))], SLOWER],
      DUE,
    ],
    ['a breach that was taken back since', 'moved', { round: 1 }, [], DUE],
    ['one whose clock is paused now', 'moved', { round: 1 }, [{}, [at(50, becomes('pending'))], PAUSING], DUE],
  ])('finds %s %s', (_what, expected, facts, [attributes, since, policies], now) => {
    const kept = record(attributes, since, policies);
    expect(found(wanted(notification(facts), kept, policies ?? POLICIES, now), now)).toBe(expected);
  });

  it('finds a ticket no policy is for any more moved', () => {
    const only = policySet([policy({ match: { plan: ['gold'] } })]);
    const left = record({ plan: 'gold' }, [at(10, set({ plan: 'none' }))], only);
    expect(['held for 15 minutes: moved', 'cancelled']).toContain(found(wanted(notification(), left, only, DUE)));
  });
});
