import { formatDuration, isoDuration } from '../../../shared/calendar/duration.ts';
import { DAY } from '../../../shared/calendar/instant.ts';
import { wallClock } from '../../../shared/calendar/zone.ts';
import { command } from '../command.ts';
import { UsageError } from '../complaint.ts';
import { CALENDAR_OPTIONS, calendarsOf } from './calendars.ts';
import { type DateHours, datesOf, hoursOf } from './month.ts';

/** A month with its open hours, to check the holidays by eye. */
export const calendarShow = command({
  words: 'calendar show',
  about: 'Prints a month with its open hours, to check the holidays by eye.',
  details: 'timekeeper calendar show --preset acme-support --calendar berlin --month 2026-12',
  options: {
    month: { type: 'string', value: 'YYYY-MM', about: 'Which month; the present one if not given.' },
    ...CALENDAR_OPTIONS,
    json: { type: 'boolean', about: 'As one JSON object.' },
  },
  async run(given, _operands, terminal) {
    const calendar = (await calendarsOf(given, terminal))();
    const { zone } = calendar.definition;
    const month = given.month ?? new Date(wallClock(zone, terminal.now())).toISOString().slice(0, 7);
    const dates = datesOf(month);
    if (dates === undefined)
      throw new UsageError(`--month: found "${month}", expected a month of 1970 to 2100 such as 2026-10`);
    const days = dates.map(date => hoursOf(calendar, date));
    const open = days.reduce((sum, day) => sum + day.open, 0);
    if (given.json) {
      const told = days.map(day => ({ ...day, open: isoDuration(day.open), length: isoDuration(day.length) }));
      terminal.say(JSON.stringify({ month, zone, open: isoDuration(open), days: told }));
    } else {
      terminal.say([`${titleOf(month)}, ${zone}`, '', ...lined(days)].join('\n'));
      terminal.say(`\nOpen ${formatDuration(open)} in all.`);
    }
    return 0;
  },
});

const titleOf = (month: string): string =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${month}-01`));

/** A line for each day, a blank one between weeks. */
function lined(days: readonly DateHours[]): readonly string[] {
  const hours = days.map(({ windows }) => windows.join(' ') || 'closed');
  const width = Math.max(...hours.map(text => text.length));
  return days.flatMap((day, index) => {
    const open = day.open === 0 ? '' : formatDuration(day.open);
    const line = `${dayName(day)}  ${hours[index]!.padEnd(width)}  ${open.padEnd(7)}  ${remarks(day)}`.trimEnd();
    return dayName(day).startsWith('Mon') && index > 0 ? ['', line] : [line];
  });
}

const dayName = ({ date }: DateHours): string =>
  `${new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(date))} ${date.slice(8)}`;

const remarks = ({ because, length }: DateHours): string =>
  [
    ...(because === 'week' ? [] : [because]),
    ...(length === DAY ? [] : [`the clocks change: a day of ${formatDuration(length)}`]),
  ].join(', ');
