import type { Calendar } from './calendar.ts';
import { dateSpans, nextOpenDate } from './date-spans.ts';
import { DAY, type Instant, type Span } from './instant.ts';
import type { EpochDay } from './local-date.ts';
import { instantAt, wallClock } from './zone.ts';

/**
 * The instant so many open local dates on from the start, or from the next opening when the start is closed. The local time of day is
 * kept, held within that date's windows: before one its opening, after the last its closing. RangeError beyond the year 2100.
 */
export function addBusinessDays(calendar: Calendar, start: Instant, days: number): Instant {
  const opening = calendar.nextOpening(start);
  if (days <= 0) return opening;
  const begun = businessDate(calendar, opening);
  let date = begun;
  for (let left = days; left > 0; left--) date = openDateAfter(calendar, date);
  const wall = wallClock(calendar.definition.zone, opening) + (date - begun) * DAY;
  return held(instantAt(calendar.definition.zone, wall), dateSpans(calendar, date));
}

/** 24:00 local of the date after the start's: the end of that day, open or closed. */
export function endOfNextDay(calendar: Calendar, start: Instant): Instant {
  const { zone } = calendar.definition;
  const tomorrow = instantAt(zone, (localDate(zone, start) + 1) * DAY);
  return instantAt(zone, (localDate(zone, tomorrow) + 1) * DAY);
}

/** The last closing of the next open date after the start's, or after the date on which the shift that is on at the start began. */
export function endOfNextBusinessDay(calendar: Calendar, start: Instant): Instant {
  return dateSpans(calendar, openDateAfter(calendar, businessDate(calendar, start))).at(-1)!.to;
}

/** The date whose windows an instant lies in: its own, or the one before when only that date's night shift is still on. */
function businessDate(calendar: Calendar, t: Instant): EpochDay {
  const wall = wallClock(calendar.definition.zone, t);
  const today = Math.floor(wall / DAY);
  const inWindow = (date: EpochDay) =>
    calendar.windowsOn(date).some(({ from, to }) => date * DAY + from <= wall && wall < date * DAY + to);
  return !inWindow(today) && inWindow(today - 1) ? today - 1 : today;
}

function openDateAfter(calendar: Calendar, date: EpochDay): EpochDay {
  const next = nextOpenDate(calendar, date);
  if (next === undefined) throw new RangeError('the calendar has no such open date in the years 1970-2100');
  return next;
}

function held(t: Instant, spans: readonly Span[]): Instant {
  const span = spans.find(({ to }) => t <= to);
  return span ? Math.max(t, span.from) : spans.at(-1)!.to;
}

function localDate(zone: string, t: Instant): EpochDay {
  return Math.floor(wallClock(zone, t) / DAY);
}
