import type { Instant } from '../../calendar/instant.ts';
import type { MetricName } from '../../metric/metrics.ts';
import type { TicketEvent } from '../../ticket/ticket-event.ts';

/** A promise in the form of an example: what a policy is to make of a ticket, seen at an instant. */
export interface PolicyTest {
  readonly name: string;
  readonly events: readonly TicketEvent[];
  readonly at: Instant;
  readonly expect: readonly Expectation[];
}

/** What is to be true of the latest clock of a metric; only what is said is compared. */
export interface Expectation {
  readonly metric: MetricName;
  /** Whether the policy promises anything at all. */
  readonly promised: boolean;
  /** The due instant, or that there is none. */
  readonly due?: Instant | 'none';
  readonly uncommitted?: boolean;
  readonly state?: 'running' | 'paused' | 'stopped' | 'cancelled';
  readonly outcome?: 'pending' | 'met' | 'breached';
  /** The severity that counts. */
  readonly severity?: string;
}
