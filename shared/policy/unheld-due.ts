import type { Calendar } from '../calendar/calendar.ts';
import { addBusinessDays, endOfNextBusinessDay, endOfNextDay } from '../calendar/day-target.ts';
import type { Instant } from '../calendar/instant.ts';
import type { Target } from './target.ts';

/** When a clock started at `start` would reach the target if nothing ever held it; undefined where nothing is committed. */
export function unheldDue(target: Target, calendar: Calendar, start: Instant): Instant | undefined {
  switch (target.kind) {
    case 'duration':
      return calendar.add(start, target.duration);
    case 'business days':
      return addBusinessDays(calendar, start, target.days);
    case 'end of next day':
      return endOfNextDay(calendar, start);
    case 'end of next business day':
      return endOfNextBusinessDay(calendar, start);
    case 'uncommitted':
    case 'as contracted':
      return undefined;
  }
}
