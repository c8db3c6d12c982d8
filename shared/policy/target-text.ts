import { parseDuration } from '../calendar/duration.ts';
import type { Target } from './target.ts';

/** What can stand for a target, for people. */
export const TARGET_EXPECTED =
  'a time such as 2h, 30m or PT4H, "3 business days", "end of next day", "end of next business day", uncommitted, or "as contracted"';

/** Reads a target; undefined for text that is none, a time of nothing among it. */
export function parseTarget(text: string): Target | undefined {
  if (
    text === 'uncommitted' ||
    text === 'as contracted' ||
    text === 'end of next day' ||
    text === 'end of next business day'
  )
    return { kind: text };
  const days = /^(\d{1,3}) business days?$/.exec(text)?.[1];
  if (days !== undefined) return Number(days) > 0 ? { kind: 'business days', days: Number(days) } : undefined;
  const duration = parseDuration(text);
  return duration === undefined || duration <= 0 ? undefined : { kind: 'duration', duration };
}
