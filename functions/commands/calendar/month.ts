import type { Calendar } from '../../../shared/calendar/calendar.ts';
import { dateSpans } from '../../../shared/calendar/date-spans.ts';
import { DAY, type Duration } from '../../../shared/calendar/instant.ts';
import { type EpochDay, formatLocalDate, type LocalDate, parseLocalDate } from '../../../shared/calendar/local-date.ts';
import { formatWindow } from '../../../shared/calendar/window.ts';
import { instantAt } from '../../../shared/calendar/zone.ts';

/** One local date of a calendar: the windows that begin on it, why those, and how long they are open. */
export interface DateHours {
  readonly date: LocalDate;
  readonly because: 'week' | 'holiday' | 'exception';
  /** As policies write them: `09:00-17:00`. */
  readonly windows: readonly string[];
  readonly open: Duration;
  /** How long the date itself is: less or more than 24 hours where the clocks change. */
  readonly length: Duration;
}

/** The dates of a month, `YYYY-MM`; undefined when there is no such month in the years 1970-2100. */
export function datesOf(month: string): readonly EpochDay[] | undefined {
  const first = parseLocalDate(`${month}-01`);
  if (first === undefined || month < '1970' || month >= '2101') return undefined;
  const dates = Array.from({ length: 31 }, (_, index) => first + index);
  return dates.filter(date => formatLocalDate(date).startsWith(month));
}

/** The hours of a date. */
export function hoursOf(calendar: Calendar, day: EpochDay): DateHours {
  const { zone, holidays, exceptions } = calendar.definition;
  const date = formatLocalDate(day);
  const because = date in exceptions ? 'exception' : holidays.includes(day) ? 'holiday' : 'week';
  return {
    date,
    because,
    windows: calendar.windowsOn(day).map(formatWindow),
    open: dateSpans(calendar, day).reduce((sum, { from, to }) => sum + to - from, 0),
    length: instantAt(zone, (day + 1) * DAY) - instantAt(zone, day * DAY),
  };
}
