import type { Duration, Instant } from '../../../../shared/calendar/instant.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A length of time as a stopwatch shows it: `4:07`, `3:12:08`, `2d 03:12:08`; the sign is left to the words around it. */
export function stopwatch(duration: Duration): string {
  const seconds = Math.floor(Math.abs(duration) / 1000);
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days}d ${two(hours)}:${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A length of time in words that do not change every second, for ears: `2 days`, `3 hours`, `5 minutes`. */
export function roughly(duration: Duration): string {
  const minutes = Math.round(Math.abs(duration) / 60_000);
  if (minutes < 1) return 'less than a minute';
  const [count, unit] =
    minutes < 90
      ? [minutes, 'minute']
      : minutes < 2880
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1440), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, ...(zone && { timeZone: zone }) });
  formats.set(key, known);
  return known;
}

const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** An instant on somebody's wall: `14:05` today, `Tue 24 Nov 14:05` on another date; in the viewer's zone where none is named. */
export function wallTime(at: Instant, now: Instant, zone?: string): string {
  const day = format(zone, { ...DAY, year: 'numeric' });
  const time = format(zone, TIME).format(at);
  return day.format(at) === day.format(now) ? time : `${format(zone, DAY).format(at).replace(',', '')} ${time}`;
}

const nameOf = (zone: string | undefined, at: Instant): string =>
  format(zone, { timeZoneName: 'short' })
    .formatToParts(at)
    .find(part => part.type === 'timeZoneName')?.value ?? '';

/** An instant on a calendar's wall, the zone named where the viewer's clock shows another time. */
export function zonedTime(at: Instant, now: Instant, zone: string): string {
  const there = wallTime(at, now, zone);
  return format(zone, TIME).format(at) === format(undefined, TIME).format(at) ? there : `${there} ${nameOf(zone, at)}`;
}

/** An instant to the second: `Mon, 23 Nov, 14:05:09`. */
export const wallSecond = (at: Instant): string => format(undefined, { ...DAY, ...TIME, second: '2-digit' }).format(at);

/** The date and the time of the virtual clock, and what the viewer's zone is called. */
export function clockFace(at: Instant): { readonly date: string; readonly time: string; readonly zone: string } {
  return {
    date: format(undefined, { ...DAY, year: 'numeric' }).format(at),
    time: format(undefined, { ...TIME, second: '2-digit' }).format(at),
    zone: nameOf(undefined, at),
  };
}
