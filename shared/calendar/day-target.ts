import type { Calendar } from './calendar.ts';
import type { Instant } from './instant.ts';

/** The instant `days` open local dates on from the start (or from the next opening), its local time held within that date's windows. */
export function addBusinessDays(_calendar: Calendar, _start: Instant, _days: number): Instant {
  throw new Error('not built yet');
}

/** 24:00 local of the date after the start's. */
export function endOfNextDay(_calendar: Calendar, _start: Instant): Instant {
  throw new Error('not built yet');
}

/** The last closing of the next open date after the start's. */
export function endOfNextBusinessDay(_calendar: Calendar, _start: Instant): Instant {
  throw new Error('not built yet');
}
