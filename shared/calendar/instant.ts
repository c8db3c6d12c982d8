/** A moment in time: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A length of time in milliseconds; negative means backwards. */
export type Duration = number;

/** A half-open stretch of time `[from, to)`. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** One second in milliseconds. */
export const SECOND: Duration = 1000;

/** One minute in milliseconds. */
export const MINUTE: Duration = 60 * SECOND;

/** One hour in milliseconds. */
export const HOUR: Duration = 60 * MINUTE;

/** Twenty-four hours in milliseconds; a local date may be shorter or longer. */
export const DAY: Duration = 24 * HOUR;

/** 1970-01-01T00:00Z: no calendar knows anything before it. */
export const EARLIEST: Instant = 0;

/** 2101-01-01T00:00Z: no calendar knows anything from here on. */
export const LATEST: Instant = 47_847 * DAY;
