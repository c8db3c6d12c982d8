import type { EpochDay } from './local-date.ts';

/** The public holidays of a country, or of a region of it, 1970-2100; an unknown one is a RangeError that lists what exists. */
export function publicHolidays(_country: string, _region?: string): EpochDay[] {
  throw new Error('not built yet');
}
