import { type Calendar, compileCalendar } from '../calendar/calendar.ts';
import { DAY, type Duration, type Instant, LATEST } from '../calendar/instant.ts';
import type { Window } from '../calendar/window.ts';
import type { Channel } from './ladder.ts';

/** When a recipient is not to be told by a channel, but for some severities. */
export interface QuietHours {
  readonly channel: Channel;
  /** Seven lists of windows, Monday's first, as calendars have them. */
  readonly week: readonly (readonly Window[])[];
  /** An IANA time zone; that of the recipient, else of the clock's calendar, where none is said. */
  readonly zone?: string;
  /** The severities that are told all the same. */
  readonly anyway: readonly string[];
}

/** What is to be told: by which channel, of which severity, and in which zone hours are kept that name none. */
export interface Telling {
  readonly channel: Channel;
  readonly severity: string;
  readonly zone: string;
}

/** No hours of a week are quiet for so long that ever end, whatever the clocks do. */
export const FOR_EVER: Duration = 8 * DAY;

/**
 * When the quiet that reigns at `now` ends, all quiet hours taken together; undefined when it is not quiet. Quiet that never ends is
 * told to end at least FOR_EVER away.
 */
export function quietUntil(quiet: readonly QuietHours[], telling: Telling, now: Instant): Instant | undefined {
  const calendars = quiet
    .filter(({ channel, anyway }) => channel === telling.channel && !anyway.includes(telling.severity))
    .map(({ week, zone = telling.zone }) => compileCalendar({ zone, week, holidays: [], exceptions: {} }));
  let until = now;
  for (;;) {
    const next = Math.max(until, ...calendars.map(calendar => closingAt(calendar, until)));
    if (next === until) return until === now ? undefined : until;
    until = next;
    if (until >= now + FOR_EVER) return until;
  }
}

/** Where the hours that are open at an instant close; the instant itself where none are. */
function closingAt(calendar: Calendar, t: Instant): Instant {
  const [span] = calendar.spans(t, Math.min(LATEST, t + FOR_EVER));
  return span?.from === t ? span.to : t;
}
