import { describe, expect, it } from 'vitest';
import { HOUR } from '../../shared/calendar/instant.ts';
import { at, calendar, everyDay, shown, weekdays } from './opening-hours.ts';

describe('where other libraries go wrong', () => {
  const office = calendar();

  it('an add across the spring change comes to an end, at the right hour', () => {
    expect(shown(office.add(at('2026-03-27T16:00+01:00'), 2 * HOUR))).toBe('2026-03-30 10:00:00');
  });

  it('an add across the autumn change is not an hour off', () => {
    expect(shown(office.add(at('2026-10-23T16:00+02:00'), 2 * HOUR))).toBe('2026-10-26 10:00:00');
  });

  it('no hour around a lunch break is lost', () => {
    const lunch = calendar({ week: weekdays('09:00-12:00', '13:00-17:00') });
    expect(lunch.elapsed(at('2026-01-05T11:00+01:00'), at('2026-01-05T14:00+01:00'))).toBe(2 * HOUR);
    expect(lunch.elapsed(at('2026-01-05T09:00+01:00'), at('2026-01-06T12:30+01:00'))).toBe(10 * HOUR);
    expect(shown(lunch.add(at('2026-01-05T11:30+01:00'), HOUR))).toBe('2026-01-05 13:30:00');
  });

  it('a list of holidays may run out long before the calendar does', () => {
    const listed = calendar({ holidays: ['2026-01-06'] });
    expect(listed.elapsed(at('2099-01-05T00:00+01:00'), at('2099-01-12T00:00+01:00'))).toBe(40 * HOUR);
  });

  it('one night shift is as long as it is', () => {
    const nights = calendar({ week: everyDay('22:00-06:00') });
    expect(nights.elapsed(at('2026-01-05T22:00+01:00'), at('2026-01-06T06:00+01:00'))).toBe(8 * HOUR);
  });

  it('a day of 25 hours has 25 hours', () => {
    const always = calendar({ week: everyDay('00:00-24:00') });
    expect(always.elapsed(at('2026-10-25T00:00+02:00'), at('2026-10-26T00:00+01:00'))).toBe(25 * HOUR);
  });
});
