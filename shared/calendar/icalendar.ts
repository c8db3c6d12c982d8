import type { EpochDay } from './local-date.ts';

/** The dates that the events of an iCalendar text cover, 1970-2100, rules of recurrence unrolled; bad text is a RangeError. */
export function icalendarDates(_text: string): EpochDay[] {
  throw new Error('not built yet');
}
