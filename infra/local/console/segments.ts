import type { Calendar } from '../../../shared/calendar/calendar.ts';
import type { Instant, Span } from '../../../shared/calendar/instant.ts';
import type { Clock, Gap } from '../../../shared/clock/clock.ts';

/** A stretch of a clock's time: it ran, it was held by a status, or its calendar was closed. */
export interface Segment extends Span {
  readonly kind: 'running' | 'paused' | 'closed';
  /** The status that held it. */
  readonly status?: string;
}

/** The whole time of a clock up to `now` or its end, without a hole; the running stretches add up to what has elapsed. */
export function segmentsOf(clock: Clock, calendar: Calendar, now: Instant): readonly Segment[] {
  const end = Math.max(clock.startedAt, Math.min(now, clock.stoppedAt ?? clock.cancelledAt ?? now));
  const standing: Gap[] =
    clock.paused === undefined ? [] : [{ from: clock.paused.since, to: end, status: clock.paused.status }];
  const segments: Segment[] = [];
  let at = clock.startedAt;
  for (const gap of [...clock.gaps, ...standing]) {
    segments.push(...worked(calendar, at, Math.min(gap.from, end)));
    if (gap.from < Math.min(gap.to, end))
      segments.push({ kind: 'paused', from: gap.from, to: Math.min(gap.to, end), status: gap.status });
    at = Math.max(at, Math.min(gap.to, end));
  }
  return [...segments, ...worked(calendar, at, end)];
}

function worked(calendar: Calendar, from: Instant, to: Instant): readonly Segment[] {
  const segments: Segment[] = [];
  let at = from;
  for (const span of from < to ? calendar.spans(from, to) : []) {
    if (span.from > at) segments.push({ kind: 'closed', from: at, to: span.from });
    const last = segments.at(-1);
    if (last?.kind === 'running' && last.to === span.from) segments.splice(-1, 1, { ...last, to: span.to });
    else segments.push({ kind: 'running', ...span });
    at = span.to;
  }
  return at < to ? [...segments, { kind: 'closed', from: at, to }] : segments;
}
