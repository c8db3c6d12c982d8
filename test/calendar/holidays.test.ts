import { describe, expect, it } from 'vitest';
import { publicHolidays } from '../../shared/calendar/holidays.ts';
import { formatLocalDate } from '../../shared/calendar/local-date.ts';

const inYear = (days: readonly number[], year: string) =>
  days.map(formatLocalDate).filter(date => date.startsWith(year));

describe('public holidays', () => {
  it('of Germany are nine a year, from 1970 to 2100, in order', () => {
    const days = publicHolidays('DE');
    expect(inYear(days, '2026')).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect([formatLocalDate(days[0]!), formatLocalDate(days.at(-1)!)]).toEqual(['1970-01-01', '2100-12-26']);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });

  it('of Bavaria, and of Augsburg in it, are more', () => {
    expect(inYear(publicHolidays('DE', 'BY'), '2026')).toContain('2026-11-01');
    expect(inYear(publicHolidays('de', 'by-a'), '2026')).toContain('2026-08-08');
  });

  it('that last several dates are all of them', () => {
    expect(inYear(publicHolidays('KR'), '2026')).toEqual(
      expect.arrayContaining(['2026-09-24', '2026-09-25', '2026-09-26']),
    );
  });

  it('that begin at noon leave their date open', () => {
    expect(inYear(publicHolidays('GT'), '2026')).not.toContain('2026-12-24');
  });

  it.each([
    ['XX', undefined, /"XX" is no country with known holidays; expected one of AD, .*DE/],
    ['DE', 'ZZ', '"ZZ" is no region of DE with known holidays; expected one of BB, BE, BW, BY'],
    ['DE', 'BY-Q', '"Q" is no part of DE BY with known holidays; expected one of A, KATH, EVANG'],
    ['JP', 'X', 'there is none to choose from'],
  ])('of a place nobody knows are refused: %s %s', (country, region, reason) => {
    expect(() => publicHolidays(country, region)).toThrow(reason);
  });
});
