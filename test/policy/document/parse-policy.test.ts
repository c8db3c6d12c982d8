import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../shared/calendar/instant.ts';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { GOOD, spoilt } from './good-document.ts';

function policyFrom(text: string) {
  const parsed = parsePolicy(text);
  if ('faults' in parsed) throw new Error(parsed.faults.map(fault => fault.message).join('\n'));
  return parsed.policy;
}

describe('a policy document', () => {
  const policy = policyFrom(GOOD);

  it('names its edition and takes effect at midnight UTC of its date', () => {
    expect(policy).toMatchObject({ name: 'acme', edition: '2026-01-01', effectiveFrom: Date.UTC(2026, 0, 1) });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(policy))).toStrictEqual(policy);
  });

  it('has every condition as lists of texts', () => {
    expect(policy.match).toEqual({ product: ['acme'] });
    expect(policy.severity.cap[0]!.when).toEqual({ category: ['billing', '7'] });
    expect(policy.targets[1]!.when).toEqual({});
  });

  it('has its holidays as dates in order, each once', () => {
    expect(policy.calendars.office!.holidays).toEqual([Date.UTC(2026, 0, 1) / DAY, Date.UTC(2026, 11, 25) / DAY]);
  });

  it('has the windows of every day of the week', () => {
    const day = [{ from: 9 * HOUR, to: 17 * HOUR }];
    const friday = [
      { from: 9 * HOUR, to: 12 * HOUR },
      { from: 13 * HOUR, to: 15 * HOUR },
    ];
    expect(policy.calendars.office!.week).toEqual([day, day, day, day, friday, [], []]);
    expect(policy.calendars.office!.exceptions).toEqual({
      '2026-12-31': [{ from: 9 * HOUR, to: 12 * HOUR }],
      '2026-12-27': [],
    });
  });

  it('has rungs named as they are written, with everyone they tell', () => {
    expect(policy.ladders.urgent).toEqual([
      { id: '50%', at: { kind: 'share', share: 0.5 }, notify: [{ channel: 'email', to: 'lead' }] },
      {
        id: '-10m wall',
        at: { kind: 'before', duration: 10 * MINUTE, wall: true },
        notify: [
          { channel: 'email', to: 'lead' },
          { channel: 'email', to: 'assignee' },
        ],
      },
      {
        id: 'breach',
        at: { kind: 'breach' },
        notify: [{ channel: 'page', to: 'lead' }],
        repeat: { every: 30 * MINUTE, wall: false, times: 8 },
      },
      {
        id: '+1h',
        at: { kind: 'after', duration: HOUR, wall: false },
        notify: [
          { channel: 'email', to: 'lead' },
          { channel: 'page', to: 'lead' },
        ],
      },
      { id: 'age 4h', at: { kind: 'age', duration: 4 * HOUR }, notify: [{ channel: 'email', to: 'lead' }] },
    ]);
  });

  it('keeps the settings it does not tell at their defaults', () => {
    expect(policy).toMatchObject({ precedence: 0, solvedUnanswered: 'fulfils', reopenWithin: 14 * DAY });
    expect(policyFrom(spoilt('reopen within: 14d\n', '')).reopenWithin).toBeUndefined();
  });

  it.each([
    ['2h', { kind: 'duration', duration: 2 * HOUR }],
    ['PT4H', { kind: 'duration', duration: 4 * HOUR }],
    ['1 business day', { kind: 'business days', days: 1 }],
    ['10 business days', { kind: 'business days', days: 10 }],
    ['end of next day', { kind: 'end of next day' }],
    ['end of next business day', { kind: 'end of next business day' }],
    ['uncommitted', { kind: 'uncommitted' }],
  ])('may promise %s', (text, target) => {
    expect(policyFrom(spoilt('target: 30m', `target: ${text}`)).targets[0]!.target).toEqual(target);
  });

  it.each([
    ['fri', [4]],
    ['fri-mon', [0, 4, 5, 6]],
    ['"mon,wed, fri"', [0, 2, 4]],
    ['Mon-Tue', [0, 1]],
    ['every day', [0, 1, 2, 3, 4, 5, 6]],
  ])('opens on %s', (days, open) => {
    const policy = policyFrom(spoilt('mon-thu: 09:00-17:00, fri: [09:00-12:00, 13:00-15:00]', `${days}: 22:00-06:00`));
    const { week } = policy.calendars.office!;
    expect(week.flatMap((windows, day) => (windows.length > 0 ? [day] : []))).toEqual(open);
  });
});
