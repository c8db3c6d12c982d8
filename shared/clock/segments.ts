import type { Calendar } from '../calendar/calendar.ts';
import type { Instant, Span } from '../calendar/instant.ts';
import type { Status } from '../ticket/status.ts';
import type { Clock } from './clock.ts';

/** A stretch of a clock's life: counting, outside the hours that count, or held by a status. */
export type Segment = Span &
  ({ readonly kind: 'running' | 'closed' } | { readonly kind: 'paused'; readonly status: Status });

/**
 * The ledger of a clock from its start to `now` or its end, without a hole or an overlap; the lengths of its running segments add up
 * to the time elapsed exactly (semantics of time, section 6).
 */
export function segmentsOf(clock: Clock, calendar: Calendar, now: Instant): readonly Segment[] {
  const end = Math.max(clock.startedAt, Math.min(now, clock.stoppedAt ?? clock.cancelledAt ?? now));
  const open = clock.paused ? [{ from: clock.paused.since, to: end, status: clock.paused.status }] : [];
  const segments: Segment[] = [];
  let at = clock.startedAt;
  for (const { from, to, status } of [...clock.gaps, ...open]) {
    segments.push(...unheld(calendar, at, Math.min(from, end)), {
      kind: 'paused',
      from,
      to: Math.min(to, end),
      status,
    });
    at = Math.max(at, to);
  }
  segments.push(...unheld(calendar, at, end));
  return segments.filter(({ from, to }) => from < to);
}

function unheld(calendar: Calendar, from: Instant, to: Instant): readonly Segment[] {
  const segments: Segment[] = [];
  let at = from;
  for (const span of calendar.spans(from, Math.max(from, to))) {
    segments.push({ kind: 'closed', from: at, to: span.from }, { kind: 'running', ...span });
    at = span.to;
  }
  segments.push({ kind: 'closed', from: at, to });
  return segments;
}
