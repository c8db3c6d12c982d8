import type { Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Status } from '../ticket/status.ts';
import { type Clock, isOpen } from './clock.ts';

/** A clock that starts to run at an instant. */
export const start = (metric: MetricName, at: Instant): Clock => ({ metric, startedAt: at, gaps: [], superseded: [] });

/** The clock running again from `at`, the time it stood still kept as a gap; a running clock is left as it is. */
export function resume(clock: Clock, at: Instant): Clock {
  if (clock.paused === undefined) return clock;
  const { paused, ...rest } = clock;
  const gap = { from: paused.since, to: at, status: paused.status };
  return { ...rest, gaps: [...clock.gaps, gap] };
}

/** The clock standing still from `at`, held by a status; it has no due time until it resumes. */
export function pause(clock: Clock, at: Instant, status: Status): Clock {
  const { due, ...rest } = resume(clock, at);
  return { ...rest, paused: { since: at, status } };
}

/** The clock fulfilled at an instant; no gap is left open. */
export const fulfil = (clock: Clock, at: Instant): Clock => ({ ...resume(clock, at), stoppedAt: at });

/** The clock called off at an instant: no outcome but a breach that had already happened. */
export const cancel = (clock: Clock, at: Instant): Clock => ({ ...resume(clock, at), cancelledAt: at });

/** A fulfilled clock that runs on at an instant; the time it was fulfilled does not count. */
export function reopen(clock: Clock, at: Instant): Clock {
  const { stoppedAt, ...rest } = clock;
  if (stoppedAt === undefined) return clock;
  return { ...rest, gaps: [...clock.gaps, { from: stoppedAt, to: at, status: 'solved' }] };
}

/** The clock held or running as the status wants it; a closed clock is left as it is. */
export function hold(clock: Clock, at: Instant, status: Status, pauses: readonly Status[]): Clock {
  if (!isOpen(clock)) return clock;
  if (!pauses.includes(status)) return resume(clock, at);
  return clock.paused?.status === status ? clock : pause(clock, at, status);
}

/** The clock with a breach recorded where its due time went by before `at`. */
export function settle(clock: Clock, at: Instant): Clock {
  const late = isOpen(clock) && clock.breachedAt === undefined && clock.due !== undefined && clock.due < at;
  return late ? { ...clock, breachedAt: clock.due! } : clock;
}
