import { command } from '../command.ts';
import { ask, STREAM_DETAILS, ZONE_OPTION } from './ask.ts';
import { CALENDAR_OPTIONS } from './calendars.ts';

/** How much of a stretch of time a calendar is open. */
export const calendarElapsed = command({
  words: 'calendar elapsed',
  about: 'Tells how much of the time between two instants a calendar is open: {"elapsed":…,"milliseconds":…}.',
  details: `timekeeper calendar elapsed --preset acme-support --calendar berlin --from 2026-03-02T09:00+01:00 --to 2026-03-09T09:00+01:00

${STREAM_DETAILS}`,
  options: {
    from: { type: 'string', value: 'TIME', about: 'From when: RFC 3339, or milliseconds since 1970.' },
    to: { type: 'string', value: 'TIME', about: 'Until when; before the other it is a negative time.' },
    ...CALENDAR_OPTIONS,
    ...ZONE_OPTION,
  },
  run: (given, _operands, terminal) => ask('elapsed', { from: given.from, to: given.to }, given, terminal),
});
