import type { EpochDay, LocalDate } from './local-date.ts';
import { WHOLE_DAY, type Window } from './window.ts';

/** A calendar as a policy stores it: a plain JSON value. An exception wins over a holiday, a holiday over the weekly windows. */
export interface CalendarDefinition {
  /** An IANA time zone such as `Europe/Berlin`. */
  readonly zone: string;
  /** Seven lists of windows, Monday's first; they may touch or overlap, and an empty list is a closed day. */
  readonly week: readonly (readonly Window[])[];
  /** Closed local dates in ascending order. */
  readonly holidays: readonly EpochDay[];
  /** Local dates with windows of their own: a make-up Saturday, a half day, a day that is closed just once. */
  readonly exceptions: Readonly<Record<LocalDate, readonly Window[]>>;
}

/** Open round the clock, in UTC; spread it over another `zone` to give its dates another midnight. */
export const ALWAYS: CalendarDefinition = {
  zone: 'UTC',
  week: Array.from({ length: 7 }, () => [WHOLE_DAY]),
  holidays: [],
  exceptions: {},
};
