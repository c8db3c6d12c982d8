import type { Duration } from '../calendar/instant.ts';

/** When many notifications for one recipient by one channel become one digest. */
export interface Grouping {
  /** The stretch of time whose notifications belong together. */
  readonly window: Duration;
  /** How many of them go out alone, at once. */
  readonly above: number;
  /** The severities that always go out alone. */
  readonly never: readonly string[];
}
