import { command } from '../command.ts';
import { ask, STREAM_DETAILS, ZONE_OPTION } from './ask.ts';
import { CALENDAR_OPTIONS } from './calendars.ts';

/** When a length of time from an instant has passed on a calendar. */
export const calendarAdd = command({
  words: 'calendar add',
  about: 'Tells when a length of time from an instant has passed on a calendar: {"at":…}.',
  details: `timekeeper calendar add --preset acme-support --calendar berlin --from 2026-03-02T09:00+01:00 --duration 90m

${STREAM_DETAILS}`,
  options: {
    from: { type: 'string', value: 'TIME', about: 'From when: RFC 3339, or milliseconds since 1970.' },
    duration: {
      type: 'string',
      value: 'LENGTH',
      about: 'How long: 90m, 1h 30m, PT1H30M, -2h, "3 business days", "end of next business day".',
    },
    ...CALENDAR_OPTIONS,
    ...ZONE_OPTION,
  },
  run: (given, _operands, terminal) => ask('add', { from: given.from, duration: given.duration }, given, terminal),
});
