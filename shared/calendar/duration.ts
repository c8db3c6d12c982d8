import { type Duration, HOUR, MINUTE, SECOND } from './instant.ts';

const SHORT = /^(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+)s)?$/;
const ISO = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;

/** Reads `2h`, `30m`, `1h30m`, `1h 30m`, `45s`, `PT1H30M`; undefined for anything else, days among it: a day has no one length. */
export function parseDuration(text: string): Duration | undefined {
  const [, hours, minutes, seconds] = SHORT.exec(text.trim()) ?? ISO.exec(text.trim()) ?? [];
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  return Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds ?? 0) * SECOND;
}

/** Writes a duration as `1h 30m`, `45s` or `-5m`, cut to whole seconds; nothing is `0m`, and hours go on beyond 24. */
export function formatDuration(duration: Duration): string {
  const length = Math.abs(duration);
  const parts = [
    [Math.floor(length / HOUR), 'h'],
    [Math.floor((length % HOUR) / MINUTE), 'm'],
    [Math.floor((length % MINUTE) / SECOND), 's'],
  ] as const;
  const text = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
  if (text === '') return '0m';
  return duration < 0 ? `-${text}` : text;
}

/** Writes a duration as ISO 8601 has it, to the millisecond: `PT1H30M`, `-PT0.5S`, `PT0S`. */
export function isoDuration(duration: Duration): string {
  const length = Math.abs(duration);
  const parts = [
    [Math.floor(length / HOUR), 'H'],
    [Math.floor((length % HOUR) / MINUTE), 'M'],
    [(length % MINUTE) / SECOND, 'S'],
  ] as const;
  const text = parts.flatMap(([count, unit]) => (count > 0 ? `${count}${unit}` : [])).join('');
  return `${duration < 0 ? '-' : ''}PT${text || '0S'}`;
}
