import { DAY, type Duration, MINUTE, SECOND } from '../calendar/instant.ts';

const FIRST: Duration = 10 * SECOND;
const LONGEST: Duration = 15 * MINUTE;

/** How long something is tried for at the least, from when it was first wanted: the first failure after it is the last. */
export const GIVE_UP_AFTER: Duration = DAY;

/**
 * How long to wait after the n-th attempt: doubling from 10 s to 15 min, of which the later half is left to chance (`jitter` from
 * 0 to 1) so that what failed together does not come back together; never less than the provider asked for.
 */
export function backoff(attempts: number, jitter: number, retryAfter: Duration = 0): Duration {
  const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(attempts - 1, 20));
  return Math.max(Math.round(longest * (0.5 + jitter / 2)), retryAfter + Math.round(jitter * FIRST));
}
