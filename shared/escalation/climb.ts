import type { Instant } from '../calendar/instant.ts';
import type { Acknowledgement } from '../clock/acknowledgement.ts';
import { breachOf, type Clock, isOpen, sameCycle } from '../clock/clock.ts';
import type { MetricName } from '../metric/metrics.ts';

/** A rung that has fired: how often, and when last. */
export interface Firing {
  readonly rung: string;
  readonly times: number;
  readonly at: Instant;
}

/** A breach that was told and turned out not to be one: when it had been told, and the clock's breach instant then. */
export interface Correction {
  readonly toldAt: Instant;
  readonly breachedAt: Instant;
}

/** How far the escalation of one clock cycle has gone: kept only once something has fired. */
export interface Climb {
  readonly metric: MetricName;
  readonly startedAt: Instant;
  /** Counts the breaches taken back; rungs fire once in each round. */
  readonly round: number;
  readonly fired: readonly Firing[];
  /** The breach that was told in this round. */
  readonly breach?: { readonly toldAt: Instant; readonly breachedAt: Instant };
  readonly corrections: readonly Correction[];
  /** The latest round in which a page may have been opened that is not resolved yet. */
  readonly paging?: number;
  /** Since somebody has seen it nothing of this round is repeated. */
  readonly acknowledged?: Acknowledgement;
  /** When the clock was last reopened of those times for which it owes anew what had not been told. */
  readonly anew?: Instant;
  /** The clock is closed and its pages have been seen to. */
  readonly calm?: true;
}

/** The climb of a clock, or the foot of the ladder. */
export const climbOf = (climbs: readonly Climb[], clock: Clock): Climb =>
  climbs.find(climb => sameCycle(climb, clock)) ?? {
    metric: clock.metric,
    startedAt: clock.startedAt,
    round: 0,
    fired: [],
    corrections: [],
  };

/**
 * The climb after the clocks were told anew: a breach that was told and is none by the clock as it is now is taken back, and the
 * rungs may fire again in a new round.
 */
export function reconcile(climb: Climb, clock: Clock | undefined): Climb {
  if (climb.calm && clock !== undefined && isOpen(clock)) {
    const { calm: _calm, ...awake } = climb;
    return reconcile(awake, clock);
  }
  const { breach, acknowledged: _of, ...rest } = climb;
  if (breach === undefined || (clock !== undefined && stillBroken(clock, breach))) return climb;
  return { ...rest, round: climb.round + 1, fired: [], corrections: [...climb.corrections, breach] };
}

const stillBroken = (clock: Clock, breach: Correction): boolean => {
  const found = breachOf(clock, breach.toldAt + 1);
  return found !== undefined && found <= breach.toldAt;
};
