import { isoDuration } from '../calendar/duration.ts';
import type { Instant } from '../calendar/instant.ts';
import { writeInstant } from '../calendar/written.ts';
import type { ClockStand } from './clock-stand.ts';

/** How a clock stands, as JSON: times as RFC 3339 in its own zone, lengths as ISO 8601 and in milliseconds. */
export function standJson({ startedAt, due, breachedAt, elapsed, remaining, ...facts }: ClockStand) {
  const write = (at: Instant) => writeInstant(at, facts.zone);
  return {
    ...facts,
    startedAt: write(startedAt),
    due: due === undefined ? undefined : write(due),
    breachedAt: breachedAt === undefined ? undefined : write(breachedAt),
    elapsed: isoDuration(elapsed),
    elapsedMilliseconds: elapsed,
    remaining: remaining === undefined ? undefined : isoDuration(remaining),
    remainingMilliseconds: remaining,
  };
}
