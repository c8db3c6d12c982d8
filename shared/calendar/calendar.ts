import type { CalendarDefinition } from './definition.ts';
import type { Duration, Instant, Span } from './instant.ts';

/**
 * The hours that count, ready for arithmetic: open when the local wall-clock time lies in a window of its local date. Exact to the
 * millisecond from EARLIEST to LATEST (the years 1970-2100); any question whose answer lies outside is a RangeError.
 */
export interface Calendar {
  readonly definition: CalendarDefinition;
  /** Whether the instant lies in an open span. */
  isOpen(t: Instant): boolean;
  /** How much of `[from, to)` is open; negative when `to` comes before `from`. */
  elapsed(from: Instant, to: Instant): Duration;
  /** The earliest instant at or after `from` with `d` elapsed; for a negative `d` the latest at or before it; `from` itself for 0. */
  add(from: Instant, d: Duration): Instant;
  /** The instant itself when it is open, else the next one that is. */
  nextOpening(t: Instant): Instant;
  /** The open spans of `[from, to)` in order, cut at its ends. */
  spans(from: Instant, to: Instant): Iterable<Span>;
}

/** Makes a calendar of its definition; spans are worked out a year at a time, when first asked about. */
export function compileCalendar(_definition: CalendarDefinition): Calendar {
  throw new Error('not built yet');
}
