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

/** Says the instants of a list: without the zone, and without the year where it is that of `now`. */
export function shortTimes(language: string, zone: string, now: Instant): (at: Instant) => string {
  const years = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone });
  const short = {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  } as const;
  const thisYear = years.format(now);
  const within = new Intl.DateTimeFormat(language, short);
  return at =>
    years.format(at) === thisYear
      ? within.format(at)
      : new Intl.DateTimeFormat(language, { ...short, year: 'numeric' }).format(at);
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
