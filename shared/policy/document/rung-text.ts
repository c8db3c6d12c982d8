import { parseDuration } from '../../calendar/duration.ts';
import { DAY, MINUTE } from '../../calendar/instant.ts';
import type { Repeat, Rung, RungTime } from '../ladder.ts';

const LONGEST = 366 * DAY;

/** What can stand for the time of a rung, for people. */
export const RUNG_EXPECTED =
  'a share such as 50%, -30m before, breach, +1h after, or "age 4h", up to a year; "-30m wall" counts every minute';

/** What can stand for a repeat, for people. */
export const REPEAT_EXPECTED = '"every 30m, at most 8" with a minute to a year, at most 100 times';

/** Reads when a rung falls due, and its id, the same text in one form; undefined for text that is none. */
export function parseRungTime(text: string): Pick<Rung, 'id' | 'at'> | undefined {
  const id = text.replaceAll(/\s+/g, ' ');
  const at = timeOf(id);
  return at && { id, at };
}

function timeOf(text: string): RungTime | undefined {
  if (text === 'breach') return { kind: 'breach' };
  const share = /^(\d{1,2}(?:\.\d+)?)%$/.exec(text)?.[1];
  if (share !== undefined) return Number(share) > 0 ? { kind: 'share', share: Number(share) / 100 } : undefined;
  const [, sign, length, wall] = /^(-|\+|age )\s?(.+?)( wall)?$/.exec(text) ?? [];
  const duration = length === undefined ? undefined : parseDuration(length);
  if (duration === undefined || duration <= 0 || duration > LONGEST) return undefined;
  if (sign === 'age ') return wall === undefined ? { kind: 'age', duration } : undefined;
  return { kind: sign === '-' ? 'before' : 'after', duration, wall: wall !== undefined };
}

/** Reads `every 30m, at most 8` or `every 30m wall, at most 8`; undefined for anything else, and for what would never end or never begin. */
export function parseRepeat(text: string): Repeat | undefined {
  const [, length, wall, most] = /^every (.+?)( wall)?\s*,\s*at most (\d{1,3})(?: times)?$/.exec(text) ?? [];
  const every = length === undefined ? undefined : parseDuration(length);
  const times = Number(most);
  if (every === undefined || every < MINUTE || every > LONGEST || times < 1 || times > 100) return undefined;
  return { every, wall: wall !== undefined, times };
}
