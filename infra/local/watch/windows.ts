import type { Duration, Instant } from '../../../shared/calendar/instant.ts';

/** Periods of one length, one after the other: each from its beginning up to, and without, that of the next. */
export interface Windows {
  readonly from: Instant;
  readonly period: Duration;
  readonly count: number;
}

/** The last so many periods before an instant: what an alarm looks at, minute by minute further on. */
export const lastWindows = (to: Instant, period: Duration, count: number): Windows => ({
  from: to - count * period,
  period,
  count,
});

/** The periods that touch a range, beginning where CloudWatch begins them: at whole multiples of their length. */
export function roundWindows(from: Instant, to: Instant, period: Duration): Windows {
  const first = Math.floor(from / period) * period;
  return { from: first, period, count: Math.ceil((to - first) / period) };
}
