import { formatDuration, parseDuration } from '../../shared/calendar/duration.ts';
import { DAY, type Duration, HOUR, MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { targetShape } from '../../shared/policy/document/target-shape.ts';
import type { Target } from '../../shared/policy/target.ts';
import { UsageError } from './complaint.ts';

const ISO = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,3}))?S)?$/;
const LENGTHS: readonly Target['kind'][] = ['business days', 'end of next day', 'end of next business day'];
const EXPECTED =
  'a time such as 90m, 1h 30m, PT1H30M or -2h, milliseconds, "3 business days", "end of next day" or "end of next business day"';

/** Reads what can be added on a calendar: a time in any of our spellings, backwards too, or a target in days; a UsageError for the rest. */
export function readLength(value: unknown): Target {
  if (Number.isSafeInteger(value)) return { kind: 'duration', duration: value as Duration };
  const text = typeof value === 'string' ? value.trim() : '';
  const sign = text.startsWith('-') ? -1 : 1;
  const duration = parseDuration(text.replace(/^[-+]\s*/, '')) ?? parseIso(text.replace(/^[-+]\s*/, ''));
  if (duration !== undefined) return { kind: 'duration', duration: sign * duration || 0 };
  const target = targetShape.shape.target.safeParse(text).data;
  if (target !== undefined && LENGTHS.includes(target.kind)) return target;
  const why = /^-?(P?\d+ ?d(ays?)?)/i.test(text) ? '; a day has no one length: say hours, or business days' : '';
  throw new UsageError(
    `duration: found ${value === undefined ? 'nothing' : JSON.stringify(value)}, expected ${EXPECTED}${why}`,
  );
}

/** Writes a duration for people, in days too once it is that long: `1h 30m`, `3 days 2h`. */
export function spoken(duration: Duration): string {
  const days = Math.floor(Math.abs(duration) / DAY);
  if (days < 2) return formatDuration(duration);
  const rest = Math.abs(duration) % DAY;
  return `${duration < 0 ? '-' : ''}${days} days${rest < MINUTE ? '' : ` ${formatDuration(rest)}`}`;
}

function parseIso(text: string): Duration | undefined {
  const [, hours, minutes, seconds, fraction] = ISO.exec(text.toUpperCase()) ?? [];
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  const whole = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds ?? 0) * SECOND;
  return whole + Number((fraction ?? '').padEnd(3, '0'));
}
