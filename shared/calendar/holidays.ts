import Holidays from 'date-holidays';
import { DAY, HOUR } from './instant.ts';
import { type EpochDay, parseLocalDate } from './local-date.ts';

/** The first and the last of some years. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/**
 * The public holidays of a country (`DE`), or of a region of it (`BY`, `BY-A`), in order, as far as date-holidays knows them; those
 * that begin in the years 1970-2100 unless others are asked for. Only whole dates: one that begins at noon leaves its date open. An
 * unknown country or region is a RangeError that lists the known.
 */
export function publicHolidays(
  country: string,
  region?: string,
  years: Years = { first: 1970, last: 2100 },
): EpochDay[] {
  const key = [country, region].join('/').toUpperCase();
  const place = places.get(key) ?? { holidays: find(country.toUpperCase(), region?.toUpperCase()), years: new Map() };
  places.set(key, place);
  const days = new Set<EpochDay>();
  for (let year = years.first; year <= years.last; year++) {
    const known = place.years.get(year) ?? holidaysOf(place.holidays, year);
    place.years.set(year, known);
    for (const day of known) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

interface Place {
  readonly holidays: Holidays;
  readonly years: Map<number, readonly EpochDay[]>;
}

/** Kept for every policy that asks: where the moon decides, a year takes up to a twentieth of a second to work out. */
const places = new Map<string, Place>();

function holidaysOf(place: Holidays, year: number): readonly EpochDay[] {
  return place.getHolidays(year).flatMap(({ type, date, start, end }) => {
    if (type !== 'public' || !date.includes(' 00:00:00')) return [];
    const first = parseLocalDate(date.slice(0, 10))!;
    return Array.from({ length: wholeDays(start, end) }, (_, on) => first + on);
  });
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
