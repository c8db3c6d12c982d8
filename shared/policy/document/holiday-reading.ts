import type * as z from 'zod';
import { publicHolidays, type Years } from '../../calendar/holidays.ts';
import { icalendarDates } from '../../calendar/icalendar.ts';
import { type EpochDay, parseLocalDate } from '../../calendar/local-date.ts';
import type { holidayShape } from './calendar-shape.ts';
import { type Finding, type Path, quoted } from './fault.ts';

type Holiday = z.output<typeof holidayShape>;

/** Gives the dates of one line of a holiday list; none for a faulty one. */
export type HolidayReader = (holiday: Holiday, path: Path) => readonly EpochDay[];

const MOST_SOURCES = 30;

/** How far ahead the holidays of a country are worked out; nobody knows them longer, and no target may reach farther (check-reach). */
const AHEAD = 25;

/**
 * A reader for the holidays of one document, a country's from a first year on. What is wrong with them goes to `findings`; each country and each iCalendar text is worked
 * out once, which takes a tenth of a second, and so there can be 30 of them.
 */
export function holidayReader(firstYear: number, findings: Finding[]): HolidayReader {
  const years = { first: firstYear, last: Math.min(2100, firstYear + AHEAD) };
  const known = new Map<string, readonly EpochDay[] | RangeError>();
  return (holiday, path) => {
    if (typeof holiday === 'string') return [parseLocalDate(holiday)!];
    const key = JSON.stringify(holiday);
    const dates = known.get(key) ?? (known.size < MOST_SOURCES ? attempt(holiday, years) : TOO_MANY);
    known.set(key, dates);
    if (!(dates instanceof RangeError)) return dates;
    findings.push({ path, ...wordsFor(holiday), message: dates.message });
    return [];
  };
}

const TOO_MANY = new RangeError(
  `a policy draws its holidays from at most ${MOST_SOURCES} countries and iCalendar texts`,
);

function attempt(holiday: Exclude<Holiday, string>, years: Years): readonly EpochDay[] | RangeError {
  try {
    return 'country' in holiday
      ? publicHolidays(holiday.country, holiday.region, years)
      : icalendarDates(holiday.icalendar);
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}

function wordsFor(holiday: Exclude<Holiday, string>): Pick<Finding, 'found' | 'expected'> {
  if ('icalendar' in holiday) return { found: 'something else', expected: 'an iCalendar text' };
  const found = quoted([holiday.country, holiday.region].filter(Boolean).join(' '));
  return { found, expected: 'a country and region with known holidays' };
}
