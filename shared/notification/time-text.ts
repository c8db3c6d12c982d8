import { type Duration, type Instant, MINUTE } from '../calendar/instant.ts';

/** An instant as a reader of the language says it, in a zone. */
export const timeText = (language: string, zone: string, at: Instant): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).format(at);

/** An instant for a list of such: without the zone, and without the year where it is that of `now`. */
export function shortTimeText(language: string, zone: string, at: Instant, now: Instant): string {
  const yearOf = (instant: Instant) =>
    new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone, calendar: 'gregory' }).format(instant);
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    ...(yearOf(at) === yearOf(now) ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

const HOURS_A_DAY = 24;
const MINUTES_AN_HOUR = 60;
const SPOKEN_IN_HOURS = 48;

/** A length of time in the language's words, in whole minutes; undefined for less than one. Days only where they are whole ones. */
export function spanText(language: string, span: Duration, wholeDays: boolean): string | undefined {
  const minutes = Math.floor(span / MINUTE);
  if (minutes === 0) return undefined;
  const hours = Math.floor(minutes / MINUTES_AN_HOUR);
  const parts: [number, string][] =
    wholeDays && hours >= SPOKEN_IN_HOURS
      ? [
          [Math.floor(hours / HOURS_A_DAY), 'day'],
          [hours % HOURS_A_DAY, 'hour'],
        ]
      : [
          [hours, 'hour'],
          [minutes % MINUTES_AN_HOUR, 'minute'],
        ];
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(language, count, unit));
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(words);
}

const counted = (language: string, count: number, unit: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
