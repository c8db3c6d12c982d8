import type { Instant } from '../calendar/instant.ts';
import { type Clock, isOpen } from '../clock/clock.ts';

/**
 * When an open clock is due, or was; since when its promise is broken where it stands still after that. Undefined for a clock that is
 * closed, that stands still in time, or to which nothing is committed.
 */
export const deadlineOf = (clock: Clock): Instant | undefined =>
  isOpen(clock) ? (clock.due ?? clock.breachedAt) : undefined;

/** The first of the deadlines of some clocks; undefined where none has one. */
export const firstDeadline = (clocks: readonly Clock[]): Instant | undefined =>
  clocks.map(deadlineOf).reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
