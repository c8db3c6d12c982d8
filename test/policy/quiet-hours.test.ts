import { describe, expect, it } from 'vitest';
import { HOUR } from '../../shared/calendar/instant.ts';
import { parseWindow, type Window } from '../../shared/calendar/window.ts';
import { FOR_EVER, type QuietHours, quietUntil } from '../../shared/policy/quiet-hours.ts';

const on = (days: readonly number[], ...hours: readonly string[]): readonly (readonly Window[])[] =>
  [0, 1, 2, 3, 4, 5, 6].map(day => (days.includes(day) ? hours.map(parseWindow) : []));
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

const nights: QuietHours = { channel: 'page', week: on(EVERY_DAY, '22:00-07:00'), anyway: ['A'] };
const weekend: QuietHours = { channel: 'page', week: on([5, 6], '00:00-24:00'), anyway: [] };
const lunch: QuietHours = { channel: 'email', week: on(EVERY_DAY, '12:00-13:00'), zone: 'Asia/Tokyo', anyway: [] };
const QUIET = [nights, weekend, lunch];

/** A moment of January 2026 in Berlin, which begins on a Thursday; and what it is then. */
const berlin = (day: number, time: string): number =>
  Date.parse(`2026-01-${String(day).padStart(2, '0')}T${time}:00+01:00`);

describe('quiet hours', () => {
  it.each<[why: string, severity: string, now: number, until: number | undefined]>([
    ['in the middle of a working day', 'B', berlin(7, '15:00'), undefined],
    ['at the first moment of the night', 'B', berlin(7, '22:00'), berlin(8, '07:00')],
    ['after midnight', 'B', berlin(8, '03:00'), berlin(8, '07:00')],
    ['at the last moment of the night', 'B', berlin(8, '07:00'), undefined],
    ['at night, with a severity that is told anyway', 'A', berlin(8, '03:00'), undefined],
    [
      'on Friday night, which runs into the weekend and the night after it',
      'B',
      berlin(9, '23:00'),
      berlin(12, '07:00'),
    ],
    ['on Friday night, with a severity only the weekend keeps', 'A', berlin(9, '23:00'), undefined],
    ['on Saturday, with a severity only the weekend keeps', 'A', berlin(10, '03:00'), berlin(12, '00:00')],
  ])('%s', (_why, severity, now, until) => {
    expect(quietUntil(QUIET, { channel: 'page', severity, zone: 'Europe/Berlin' }, now)).toBe(until);
  });

  it('are kept in their own zone where they name one', () => {
    const telling = { channel: 'email', severity: 'B', zone: 'Europe/Berlin' } as const;
    expect(quietUntil(QUIET, telling, berlin(7, '04:30'))).toBe(berlin(7, '05:00'));
    expect(quietUntil(QUIET, telling, berlin(7, '12:30'))).toBeUndefined();
  });

  it.each([
    ['an hour less when the clocks go forward', '2026-03-28T22:00:00+01:00', '2026-03-29T07:00:00+02:00', 8],
    ['an hour more when they go back', '2026-10-24T22:00:00+02:00', '2026-10-25T07:00:00+01:00', 10],
  ])('last %s', (_, from, to, hours) => {
    const until = quietUntil([nights], { channel: 'page', severity: 'B', zone: 'Europe/Berlin' }, Date.parse(from));
    expect(until).toBe(Date.parse(to));
    expect(until! - Date.parse(from)).toBe(hours * HOUR);
  });

  it('that never end are told to end farther away than any that do', () => {
    const always: QuietHours = { channel: 'page', week: on(EVERY_DAY, '00:00-24:00'), anyway: [] };
    const now = berlin(7, '15:00');
    const telling = { channel: 'page', severity: 'B', zone: 'Europe/Berlin' } as const;
    expect(quietUntil([always], telling, now)! - now).toBeGreaterThanOrEqual(FOR_EVER);
  });
});
