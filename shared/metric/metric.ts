import type { Status } from '../ticket/status.ts';
import type { Occasion } from './occasion.ts';

/** A thing worth timing, as a literal: the occasions that start and stop its clock, and the statuses in which it stands still. */
export interface Metric {
  readonly name: string;
  /** A clock starts on any of these, unless one of this metric is already running or paused. */
  readonly starts: readonly Occasion[];
  /** A running or paused clock is fulfilled on any of these. */
  readonly stops: readonly Occasion[];
  /** Whether a fulfilled clock runs on when the ticket is reopened. */
  readonly resumes: boolean;
  /** Statuses in which the clock stands still, unless the policy names its own. */
  readonly pauses: readonly Status[];
}
