import { type Calendar, compileCalendar } from '../../shared/calendar/calendar.ts';
import type { CalendarDefinition } from '../../shared/calendar/definition.ts';
import type { Instant } from '../../shared/calendar/instant.ts';
import { parseLocalDate } from '../../shared/calendar/local-date.ts';
import { parseWindow } from '../../shared/calendar/window.ts';

interface OpeningHours {
  readonly zone?: string;
  /** From Monday; days left out are closed. */
  readonly week?: readonly (readonly string[])[];
  readonly holidays?: readonly string[];
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
}

/** Monday to Friday, the same windows each day. */
export function weekdays(...windows: string[]): string[][] {
  return [windows, windows, windows, windows, windows, [], []];
}

/** All seven days, the same windows each. */
export function everyDay(...windows: string[]): string[][] {
  return Array.from({ length: 7 }, () => windows);
}

/** Opening hours the way people write them, by default 09:00-17:00 on weekdays in Berlin. */
export function definition({ zone, week, holidays = [], exceptions = {} }: OpeningHours = {}): CalendarDefinition {
  return {
    zone: zone ?? 'Europe/Berlin',
    week: Array.from({ length: 7 }, (_, day) => ((week ?? weekdays('09:00-17:00'))[day] ?? []).map(parseWindow)),
    holidays: holidays.map(date => parseLocalDate(date)!),
    exceptions: Object.fromEntries(Object.entries(exceptions).map(([date, texts]) => [date, texts.map(parseWindow)])),
  };
}

/** The same, compiled. */
export function calendar(hours: OpeningHours = {}): Calendar {
  return compileCalendar(definition(hours));
}

/** An instant from ISO 8601 text with its offset, such as `2026-01-05T09:00+01:00`. */
export function at(text: string): Instant {
  const t = Date.parse(text);
  if (Number.isNaN(t) || !/(Z|[+-]\d\d:\d\d)$/.test(text)) throw new Error(`not an instant: ${text}`);
  return t;
}

/** An instant as the calendar's wall shows it, `2026-01-05 09:00:00`. */
export function shown(t: Instant, zone = 'Europe/Berlin'): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(t);
}
