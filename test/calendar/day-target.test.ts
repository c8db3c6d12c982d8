import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../shared/calendar/calendar.ts';
import { addBusinessDays, endOfNextBusinessDay, endOfNextDay } from '../../shared/calendar/day-target.ts';
import { ALWAYS } from '../../shared/calendar/definition.ts';
import { at, calendar, everyDay, shown, weekdays } from './opening-hours.ts';

const office = calendar({ holidays: ['2026-01-06'], exceptions: { '2026-01-16': ['09:00-12:00'] } });
const lunch = calendar({ week: [['09:00-17:00'], ['09:00-12:00', '14:00-17:00'], ['10:00-11:00']] });
const nights = calendar({ week: weekdays('22:00-06:00') });
const always = calendar({ week: everyDay('00:00-24:00') });
const samoa = calendar({ zone: 'Pacific/Apia', week: everyDay('09:00-17:00') });

describe('so many business days', () => {
  it.each([
    ['Monday 10:00 and one is Tuesday 10:00', office, '2026-01-12T10:00+01:00', 1, '2026-01-13 10:00:00'],
    ['a holiday is not counted', office, '2026-01-05T10:00+01:00', 1, '2026-01-07 10:00:00'],
    ['Saturday and one is Tuesday at opening', office, '2026-01-17T12:00+01:00', 1, '2026-01-20 09:00:00'],
    ['Monday evening and one is Wednesday at opening', office, '2026-01-12T18:00+01:00', 1, '2026-01-14 09:00:00'],
    ['Friday and one is Monday', office, '2026-01-09T16:59:59+01:00', 1, '2026-01-12 16:59:59'],
    ['five are a week', office, '2026-01-12T10:00+01:00', 5, '2026-01-19 10:00:00'],
    ['none is the start, when it is open', office, '2026-01-12T10:00+01:00', 0, '2026-01-12 10:00:00'],
    ['none is the next opening, when it is not', office, '2026-01-11T10:00+01:00', 0, '2026-01-12 09:00:00'],
    ['after the closing of a half day is its closing', office, '2026-01-15T15:00+01:00', 1, '2026-01-16 12:00:00'],
    ['before the opening is the opening', lunch, '2026-01-06T09:30+01:00', 1, '2026-01-07 10:00:00'],
    ['in a lunch break is the end of the break', lunch, '2026-01-05T13:00+01:00', 1, '2026-01-06 14:00:00'],
    ['round the clock it is a calendar day', always, '2026-01-09T23:30+01:00', 1, '2026-01-10 23:30:00'],
    ['the local time stays when the clocks change', always, '2026-03-28T12:00+01:00', 1, '2026-03-29 12:00:00'],
    ['a local time that is skipped is the next there is', always, '2026-03-28T02:30+01:00', 1, '2026-03-29 03:00:00'],
    ['a local time that comes twice is the first', always, '2026-10-24T02:30+02:00', 1, '2026-10-25 02:30:00'],
    ['small hours belong to the shift of the day before', nights, '2026-01-06T03:00+01:00', 1, '2026-01-07 03:00:00'],
    ["so Friday's shift goes on to Monday's", nights, '2026-01-10T03:00+01:00', 1, '2026-01-13 03:00:00'],
  ])('%s', (_, hours, start, days, due) => {
    expect(shown(addBusinessDays(hours, at(start), days))).toBe(due);
  });

  it('a date that was skipped is none', () => {
    expect(shown(addBusinessDays(samoa, at('2011-12-29T10:00-10:00'), 1), 'Pacific/Apia')).toBe('2011-12-31 10:00:00');
  });

  it('the first of a local time that comes twice is the one in summer time', () => {
    expect(addBusinessDays(always, at('2026-10-24T02:30+02:00'), 1)).toBe(at('2026-10-25T02:30+02:00'));
  });

  it('there are none after the last a calendar knows', () => {
    expect(() => addBusinessDays(office, at('2100-12-30T10:00Z'), 9)).toThrow('no such open date');
  });
});

describe('the end of the next day', () => {
  it.each([
    ['is 24:00 of tomorrow, open or closed', 'Europe/Berlin', '2026-01-09T10:00+01:00', '2026-01-11 00:00:00'],
    ['just after midnight is two days off', 'Europe/Berlin', '2026-01-09T00:00+01:00', '2026-01-11 00:00:00'],
    [
      'when midnight is skipped is the first moment after it',
      'America/Sao_Paulo',
      '2017-10-13T10:00-03:00',
      '2017-10-15 01:00:00',
    ],
    [
      'when the last hour comes twice is after the second',
      'America/Sao_Paulo',
      '2018-02-16T10:00-02:00',
      '2018-02-18 00:00:00',
    ],
    ['passes over a date that is skipped', 'Pacific/Apia', '2011-12-29T10:00-10:00', '2012-01-01 00:00:00'],
  ])('%s (%s)', (_, zone, start, end) => {
    expect(shown(endOfNextDay(calendar({ zone }), at(start)), zone)).toBe(end);
  });

  it('when the last hour comes twice lasts the longer', () => {
    const brazil = calendar({ zone: 'America/Sao_Paulo' });
    expect(endOfNextDay(brazil, at('2018-02-16T10:00-02:00'))).toBe(at('2018-02-18T00:00-03:00'));
  });
});

describe('the end of the next business day', () => {
  it.each([
    ['is its last closing', office, '2026-01-12T10:00+01:00', '2026-01-13 17:00:00'],
    ['is the same from before opening and after closing', office, '2026-01-12T22:00+01:00', '2026-01-13 17:00:00'],
    ['passes over holidays', office, '2026-01-05T10:00+01:00', '2026-01-07 17:00:00'],
    ['from Saturday is on Monday', office, '2026-01-17T10:00+01:00', '2026-01-19 17:00:00'],
    ['of a half day is at noon', office, '2026-01-15T10:00+01:00', '2026-01-16 12:00:00'],
    ['is after lunch', lunch, '2026-01-05T10:00+01:00', '2026-01-06 17:00:00'],
    ['of a night shift is the morning after', nights, '2026-01-06T03:00+01:00', '2026-01-07 06:00:00'],
  ])('%s', (_, hours, start, end) => {
    expect(shown(endOfNextBusinessDay(hours, at(start)))).toBe(end);
  });

  it('round the clock is 24:00 of tomorrow', () => {
    expect(endOfNextBusinessDay(compileCalendar(ALWAYS), at('2026-01-09T10:00Z'))).toBe(at('2026-01-11T00:00Z'));
  });
});
