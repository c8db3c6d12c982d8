import type { Duration, Instant, Span } from '../../../shared/calendar/instant.ts';
import type { ClockState } from '../../../shared/clock/clock.ts';
import type { MetricName } from '../../../shared/metric/metrics.ts';
import type { Channel } from '../../../shared/policy/ladder.ts';
import type { Status } from '../../../shared/ticket/status.ts';

/** A rung on a clock: where on its way to the target it stands (1 is due), and whether it has fired. */
export interface RungMark {
  readonly id: string;
  readonly share: number;
  readonly fired: boolean;
}

/** A clock as the page shows it; everything the page needs to let it tick on by itself until it changes. */
export interface ClockView {
  readonly metric: MetricName;
  readonly startedAt: Instant;
  readonly state: ClockState;
  readonly pausedBy?: Status;
  readonly due?: Instant;
  readonly breachedAt?: Instant;
  readonly closedAt?: Instant;
  /** IANA zone of its calendar. */
  readonly zone: string;
  /** The whole target as running time; absent where nothing is committed. */
  readonly length?: Duration;
  /** How long it had run at `asOf`, on its calendar. */
  readonly elapsed: Duration;
  readonly asOf: Instant;
  /** The open spans from `asOf` to its due time, where it runs towards one. */
  readonly open: readonly Span[];
  readonly rungs: readonly RungMark[];
  /** Breaches that were taken back. */
  readonly superseded: number;
}

/** A ticket as the list shows it. */
export interface TicketView {
  readonly key: string;
  readonly version: number;
  readonly source: string;
  readonly id: string;
  readonly subject: string;
  readonly requester?: string;
  readonly plan?: string;
  readonly language?: string;
  readonly channel?: string;
  readonly status: Status;
  readonly gone?: 'deleted' | 'merged';
  readonly severity?: string;
  /** The severity's place in its policy's set: 0 is the most severe. */
  readonly rank: number;
  readonly policy?: string;
  readonly edition?: string;
  readonly createdAt: Instant;
  readonly clocks: readonly ClockView[];
}

/** A mail that arrived in somebody's inbox; its body is at `/mail/<key>`. */
export interface MailView {
  readonly key: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

/** A page at the pager. */
export interface PageView {
  readonly key: string;
  readonly at: Instant;
  readonly state: string;
  readonly severity: string;
  readonly summary: string;
  readonly service: string;
}

/** A row of the delivery ledger. */
export interface DeliveryView {
  readonly key: string;
  readonly ticket: string;
  readonly id: string;
  readonly metric: MetricName;
  readonly rung: string;
  readonly time: number;
  readonly channel: Channel;
  readonly to: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly detail?: string;
}

/** How much lies in a queue. */
export interface QueueView {
  readonly key: string;
  readonly ready: number;
  readonly delayed: number;
  readonly inFlight: number;
}

/** One of our numbers over the last stretch of virtual time, a value a bucket, the newest last. */
export interface SeriesView {
  readonly key: string;
  readonly title: string;
  readonly unit: 'count' | 'ms' | '%';
  /** What the values amount to: their sum, their worst, or the last. */
  readonly total: number;
  readonly values: readonly number[];
}

/** All that the page shows at an instant. */
export interface Snapshot {
  readonly now: Instant;
  /** Virtual milliseconds a real millisecond; 0 when time stands still until it is stepped. */
  readonly rate: number;
  readonly tickets: readonly TicketView[];
  readonly mails: readonly MailView[];
  readonly pages: readonly PageView[];
  readonly deliveries: readonly DeliveryView[];
  readonly queues: readonly QueueView[];
  readonly series: readonly SeriesView[];
}
