import type * as z from 'zod';
import { ALWAYS, type CalendarDefinition } from '../../calendar/definition.ts';
import { publicHolidays } from '../../calendar/holidays.ts';
import { icalendarDates } from '../../calendar/icalendar.ts';
import { type EpochDay, parseLocalDate } from '../../calendar/local-date.ts';
import { neverOpens } from '../../calendar/never-opens.ts';
import type { Window } from '../../calendar/window.ts';
import { calendarFields, holidayShape } from './calendar-shape.ts';
import { described, type Finding, type Path, quoted } from './fault.ts';
import { at, type Part, partsOf } from './fields.ts';
import { dayName, parseDays } from './week-text.ts';

type CalendarText = z.output<typeof calendarFields>;

/** The calendars of a raw document, holidays made dates; what is wrong with them goes to `findings`, and a faulty one may be missing. */
export function readCalendars(raw: unknown, findings: Finding[]): Record<string, CalendarDefinition> {
  const calendars: Record<string, CalendarDefinition> = {};
  for (const part of partsOf(calendarFields, raw, ['calendars'])) {
    const calendar = part.raw === '24x7' ? ALWAYS : readCalendar(part, findings);
    if (calendar !== undefined) calendars[part.name] = calendar;
  }
  return calendars;
}

function readCalendar({ path, raw, fields }: Part<CalendarText>, findings: Finding[]): CalendarDefinition | undefined {
  const before = findings.length;
  const listed = at(raw, 'holidays');
  const holidays = (Array.isArray(listed) ? listed : []).flatMap((text, index) => {
    const holiday = holidayShape.safeParse(text).data;
    return holiday === undefined ? [] : holidayDates(holiday, [...path, 'holidays', index], findings);
  });
  const week = fields.hours && weekOf(fields.hours, [...path, 'hours'], findings);
  if (fields.zone === undefined || week === undefined || findings.length > before) return undefined;
  const definition: CalendarDefinition = {
    zone: fields.zone,
    week,
    holidays: [...new Set(holidays)].toSorted((a, b) => a - b),
    exceptions: fields.exceptions ?? {},
  };
  const reason = neverOpens(definition);
  if (reason === undefined) return definition;
  const hours = described(at(raw, 'hours'));
  findings.push({ path: [...path, 'hours'], found: hours, expected: 'a calendar that opens', message: reason });
  return undefined;
}

type Hours = CalendarText['hours'];

function weekOf(hours: Hours, path: Path, findings: Finding[]): readonly (readonly Window[])[] {
  if (hours === '24x7') return ALWAYS.week;
  const week: (readonly Window[])[] = Array.from({ length: 7 }, () => []);
  const told = new Set<number>();
  for (const [days, windows] of Object.entries(hours)) {
    for (const day of parseDays(days)!) {
      if (told.has(day)) {
        const message = `${dayName(day)} is told twice`;
        findings.push({ path: [...path, days], at: 'key', found: quoted(days), expected: 'every day once', message });
      }
      told.add(day);
      week[day] = windows;
    }
  }
  return week;
}

type Holiday = z.output<typeof holidayShape>;

function holidayDates(holiday: Holiday, path: Path, findings: Finding[]): EpochDay[] {
  if (typeof holiday === 'string') return [parseLocalDate(holiday)!];
  try {
    return 'country' in holiday ? publicHolidays(holiday.country, holiday.region) : icalendarDates(holiday.icalendar);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [expected, found] =
      'country' in holiday
        ? [
            'a country and region of the holiday library',
            quoted([holiday.country, holiday.region ?? ''].join(' ').trim()),
          ]
        : ['an iCalendar text', 'something else'];
    findings.push({ path, found, expected, message: error.message });
    return [];
  }
}
