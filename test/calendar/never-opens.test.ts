import { expect, it } from 'vitest';
import { ALWAYS } from '../../shared/calendar/definition.ts';
import { neverOpens } from '../../shared/calendar/never-opens.ts';
import { definition } from './opening-hours.ts';

it.each([
  ['no weekday has a window', { week: [] }, 'it has no window on any weekday or exceptional day'],
  ['its only exceptional day is closed', { week: [], exceptions: { '2026-01-10': [] } }, 'it has no window'],
  [
    'its only open day lies in a year to come',
    { week: [], exceptions: { '2150-01-10': ['09:00-17:00'] } },
    'outside the years',
  ],
  ['its only window is skipped', { week: [], exceptions: { '2026-03-29': ['02:00-03:00'] } }, 'the clocks skip'],
  [
    'its only date is skipped',
    { zone: 'Pacific/Apia', week: [], exceptions: { '2011-12-30': ['09:00-17:00'] } },
    'skip',
  ],
])('a calendar never opens when %s', (_, hours, reason) => {
  expect(neverOpens(definition(hours))).toContain(reason);
});

it('a calendar that opens once, or always, is taken', () => {
  expect(neverOpens(definition({ week: [], exceptions: { '2100-12-31': ['09:00-17:00'] } }))).toBeUndefined();
  expect(neverOpens(ALWAYS)).toBeUndefined();
});
