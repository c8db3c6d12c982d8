import Holidays from 'date-holidays';
import { DAY, HOUR } from './instant.ts';
import { type EpochDay, parseLocalDate } from './local-date.ts';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/**
 * The public holidays of a country (`DE`), or of a region of it (`BY`, `BY-A`), 1970-2100 in order, as far as date-holidays knows
 * them. Only whole dates: one that begins at noon leaves its date open. An unknown country or region is a RangeError that lists the known.
 */
export function publicHolidays(country: string, region?: string): EpochDay[] {
  const place = find(country.toUpperCase(), region?.toUpperCase());
  const days = new Set<EpochDay>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const { type, date, start, end } of place.getHolidays(year)) {
      if (type !== 'public' || !date.includes(' 00:00:00')) continue;
      const first = parseLocalDate(date.slice(0, 10))!;
      for (let day = first; day < first + wholeDays(start, end); day++) days.add(day);
    }
  }
  return [...days].sort((a, b) => a - b);
}

function find(country: string, region: string | undefined): Holidays {
  const known = new Holidays();
  known.init(expectOneOf(known.getCountries(), country, 'country'));
  if (region === undefined) return known;
  const [state, ...rest] = region.split('-') as [string, ...string[]];
  expectOneOf(known.getStates(country), state, `region of ${country}`);
  if (rest.length === 0) return new Holidays(country, state);
  const part = expectOneOf(known.getRegions(country, state), rest.join('-'), `part of ${country} ${state}`);
  return new Holidays(country, state, part);
}

function expectOneOf(known: Record<string, string> | undefined, code: string, what: string): string {
  const codes = Object.keys(known ?? {});
  if (codes.includes(code)) return code;
  const expected = codes.length > 0 ? `expected one of ${codes.join(', ')}` : 'there is none to choose from';
  throw new RangeError(`"${code}" is no ${what} with known holidays; ${expected}`);
}

/** A date may last 23 or 25 hours. */
function wholeDays(start: Date, end: Date): number {
  return Math.floor((end.getTime() - start.getTime() + 2 * HOUR) / DAY);
}
