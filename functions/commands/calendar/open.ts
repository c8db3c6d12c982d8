import { command } from '../command.ts';
import { ask, STREAM_DETAILS, ZONE_OPTION } from './ask.ts';
import { CALENDAR_OPTIONS } from './calendars.ts';

/** Whether a calendar is open at an instant. */
export const calendarOpen = command({
  words: 'calendar open',
  about: 'Tells whether a calendar is open at an instant, and when that changes next: {"open":…,"next":…}.',
  details: `timekeeper calendar open --preset acme-support --calendar berlin --at 2026-03-02T09:00+01:00

"next" is the next closing while it is open, the next opening while it is closed, null when there is none.

${STREAM_DETAILS}`,
  options: {
    at: { type: 'string', value: 'TIME', about: 'When: RFC 3339, or milliseconds since 1970.' },
    ...CALENDAR_OPTIONS,
    ...ZONE_OPTION,
  },
  run: (given, _operands, terminal) => ask('open', { at: given.at }, given, terminal),
});
