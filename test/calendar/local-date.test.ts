import { expect, it } from 'vitest';
import { formatLocalDate, parseLocalDate, weekday } from '../../shared/calendar/local-date.ts';

it.each([
  ['1970-01-01', 0, 3],
  ['1969-12-31', -1, 2],
  ['2024-02-29', 19_782, 3],
  ['2026-01-05', 20_458, 0],
  ['2100-12-31', 47_846, 4],
])('%s is day %d and has weekday %d from Monday', (text, day, fromMonday) => {
  expect([parseLocalDate(text), formatLocalDate(day), weekday(day)]).toEqual([day, text, fromMonday]);
});

it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', 'today', ''])('"%s" is not a date', text => {
  expect(parseLocalDate(text)).toBeUndefined();
});
