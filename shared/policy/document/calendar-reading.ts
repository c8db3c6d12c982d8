import type * as z from 'zod';
import { ALWAYS, type CalendarDefinition } from '../../calendar/definition.ts';
import { neverOpens } from '../../calendar/never-opens.ts';
import type { Window } from '../../calendar/window.ts';
import { calendarFields, holidayShape } from './calendar-shape.ts';
import { described, type Finding, type Path, quoted } from './fault.ts';
import { at, type Part, partsOf } from './fields.ts';
import { type HolidayReader, holidayReader } from './holiday-reading.ts';
import { dayName, parseDays } from './week-text.ts';

type CalendarText = z.output<typeof calendarFields>;

/** The calendars of a raw document, holidays made dates; what is wrong with them goes to `findings`, and a faulty one may be missing. */
export function readCalendars(raw: unknown, findings: Finding[]): Record<string, CalendarDefinition> {
  const calendars: Record<string, CalendarDefinition> = {};
  const holidaysOf = holidayReader(findings);
  for (const part of partsOf(calendarFields, raw, ['calendars'])) {
    const calendar = part.raw === '24x7' ? ALWAYS : readCalendar(part, holidaysOf, findings);
    if (calendar !== undefined) calendars[part.name] = calendar;
  }
  return calendars;
}

function readCalendar(
  { path, raw, fields }: Part<CalendarText>,
  holidaysOf: HolidayReader,
  findings: Finding[],
): CalendarDefinition | undefined {
  const before = findings.length;
  const listed = at(raw, 'holidays');
  const holidays = (Array.isArray(listed) ? listed : []).flatMap((text, index) => {
    const holiday = holidayShape.safeParse(text).data;
    return holiday === undefined ? [] : holidaysOf(holiday, [...path, 'holidays', index]);
  });
  const week = fields.hours && weekOf(fields.hours, [...path, 'hours'], findings);
  const isRead = fields.exceptions !== undefined || at(raw, 'exceptions') === undefined;
  if (fields.zone === undefined || week === undefined || !isRead || findings.length > before) return undefined;
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
