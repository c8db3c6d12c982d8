import type { Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Hours } from '../policy/policy-calendar.ts';
import type { PolicyRef } from '../ticket/policy-ref.ts';
import type { Status } from '../ticket/status.ts';

/** A stretch in which a clock stood still, and the status that held it; `solved` when it had been fulfilled and was reopened. */
export interface Gap {
  readonly from: Instant;
  readonly to: Instant;
  readonly status: Status;
}

/** A breach that a change of target took back: when it had happened, and when it was taken back. */
export interface Superseded {
  readonly breachedAt: Instant;
  readonly at: Instant;
}

/**
 * One metric timed on one ticket: a pure function of the timeline, the policy edition and its calendars.
 * The metric and `startedAt` name its cycle, so that an event told late does not rename the cycles after it.
 */
export interface Clock {
  readonly metric: MetricName;
  readonly startedAt: Instant;
  /** In order, none overlapping. */
  readonly gaps: readonly Gap[];
  readonly paused?: { readonly since: Instant; readonly status: Status };
  readonly stoppedAt?: Instant;
  readonly cancelledAt?: Instant;
  /** Which of the policy's target rows applies; absent when none does, and then the clock only counts. */
  readonly row?: number;
  /** Which hours of the row's calendar it runs on; absent for those of everybody else. */
  readonly hours?: Hours;
  /** The target the customer's contract has in place of the row's, as the contract writes it. */
  readonly contracted?: string;
  /** The edition `row` is of, for a closed clock whose ticket has gone over to another policy since. */
  readonly under?: PolicyRef;
  /** When it reaches its target if nothing changes; absent while paused, and where nothing is committed. */
  readonly due?: Instant;
  /** When it went past its target, as far as the events tell; a running clock also breaches by the passing of time. */
  readonly breachedAt?: Instant;
  readonly superseded: readonly Superseded[];
}

/** What a clock is doing. */
export type ClockState = 'running' | 'paused' | 'stopped' | 'cancelled';

/** What a clock is doing, as of its last event. */
export function stateOf(clock: Clock): ClockState {
  if (clock.cancelledAt !== undefined) return 'cancelled';
  if (clock.stoppedAt !== undefined) return 'stopped';
  return clock.paused === undefined ? 'running' : 'paused';
}

/** Whether the clock still waits for something to happen. */
export const isOpen = (clock: Clock): boolean => clock.stoppedAt === undefined && clock.cancelledAt === undefined;

/** When the promise was broken as seen at `now`; undefined when it was not. At its due instant a clock is still whole. */
export function breachOf(clock: Clock, now: Instant): Instant | undefined {
  if (clock.breachedAt !== undefined) return clock.breachedAt;
  return stateOf(clock) === 'running' && clock.due !== undefined && clock.due < now ? clock.due : undefined;
}

/** What became of the promise. */
export type Outcome = 'pending' | 'met' | 'breached';

/** What has become of the promise as seen at `now`: met needs a stop, and a stop exactly at the due instant meets it. */
export function outcomeOf(clock: Clock, now: Instant): Outcome {
  if (breachOf(clock, now) !== undefined) return 'breached';
  return clock.stoppedAt === undefined ? 'pending' : 'met';
}

/** Whether two values speak of the same cycle of the same metric. */
export const sameCycle = (
  a: { readonly metric: MetricName; readonly startedAt: Instant },
  b: { readonly metric: MetricName; readonly startedAt: Instant },
): boolean => a.metric === b.metric && a.startedAt === b.startedAt;
