import ICAL from 'ical.js';
import { DAY, LATEST } from './instant.ts';
import type { EpochDay } from './local-date.ts';

const MOST_OCCURRENCES = 50_000;

/**
 * Every local date that an event of an iCalendar text touches, 1970-2100 in order: all-day or timed, as written in its own zone, with
 * recurrences unrolled, their exceptions heeded and cancelled events left out. Text that is not iCalendar or has no event is a RangeError.
 */
export function icalendarDates(text: string): EpochDay[] {
  try {
    const days = new Set(eventsOf(text).flatMap(event => [...occurrences(event)].flatMap(touchedDays)));
    return [...days].sort((a, b) => a - b);
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    throw new RangeError(`not an iCalendar text: ${(cause as Error).message}`, { cause });
  }
}

function eventsOf(text: string): ICAL.Event[] {
  const components = parse(text).getAllSubcomponents('vevent');
  if (components.length === 0) throw new RangeError('the iCalendar text has no event (VEVENT)');
  const all = components.map(component => new ICAL.Event(component));
  const events = all.filter(event => !event.isRecurrenceException());
  for (const event of events) {
    if (!event.startDate) throw new RangeError(`${nameOf(event)} has no DTSTART`);
    for (const other of all) if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
  }
  return events;
}

function parse(text: string): ICAL.Component {
  const root = new ICAL.Component(ICAL.parse(text));
  if (root.name === 'vcalendar') return root;
  throw new RangeError('not an iCalendar text; expected BEGIN:VCALENDAR and one calendar in it');
}

interface Occurrence {
  readonly startDate: ICAL.Time;
  readonly endDate: ICAL.Time;
}

function* occurrences(event: ICAL.Event): Generator<Occurrence> {
  if (!event.isRecurring()) {
    if (!isCancelled(event)) yield event;
    return;
  }
  const iterator = event.iterator();
  let count = 0;
  for (let next = iterator.next(); next && next.year <= 2100; next = iterator.next()) {
    if (++count > MOST_OCCURRENCES) throw new RangeError(`${nameOf(event)} recurs more than ${MOST_OCCURRENCES} times`);
    const occurrence = event.getOccurrenceDetails(next);
    if (!isCancelled(occurrence.item)) yield occurrence;
  }
}

function touchedDays({ startDate, endDate }: Occurrence): EpochDay[] {
  const days: EpochDay[] = [];
  const begins = dayOf(startDate);
  const ends = Math.max(begins, lastDay(endDate));
  for (let day = Math.max(0, begins); day <= ends && day * DAY < LATEST; day++) days.push(day);
  return days;
}

function nameOf({ summary, uid }: ICAL.Event): string {
  return `the event "${summary ?? uid}" of the iCalendar text`;
}

function isCancelled(event: ICAL.Event): boolean {
  return event.component.getFirstPropertyValue('status') === 'CANCELLED';
}

function dayOf(time: ICAL.Time): EpochDay {
  return Date.UTC(time.year, time.month - 1, time.day) / DAY;
}

/** An end is exclusive, so one at midnight, as that of an all-day event, leaves its own date out. */
function lastDay(end: ICAL.Time): EpochDay {
  const isMidnight = end.isDate || (end.hour === 0 && end.minute === 0 && end.second === 0);
  return isMidnight ? dayOf(end) - 1 : dayOf(end);
}
