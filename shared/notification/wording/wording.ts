import type { MetricName } from '../../metric/metrics.ts';
import type { Status } from '../../ticket/status.ts';
import type { NotificationKind } from '../notification.ts';

/** The texts of one language; what a ticket says goes in as it is, and is made safe for its medium afterwards. */
export interface Wording {
  /** The language as BCP 47 names it. */
  readonly language: string;
  readonly metrics: Readonly<Record<MetricName, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  /** What a mail's subject and a page's summary say after the severity. */
  readonly subject: Readonly<Record<NotificationKind, (metric: string, ticket: string) => string>>;
  /** What the summary of a page says once it needs nobody any more. */
  readonly resolved: (metric: string, ticket: string) => string;
  /** What a page says that only tries whether it arrives at the policy's `role`. */
  readonly test: (role: string) => string;
  /** The fact first: which promise, and how late or how long left; without a span, just now. */
  readonly headline: Readonly<Record<NotificationKind, (metric: string, span?: string) => string>>;
  /** Said of a span that was not counted round the clock. */
  readonly serviceHours: (span: string) => string;
  /** What to do about each metric. */
  readonly todo: Readonly<Record<MetricName, string>>;
  readonly labels: Readonly<Record<'due' | 'ticket' | 'title' | 'severity' | 'status' | 'policy' | 'contact', string>>;
  readonly open: string;
  /** Why the reader gets this, being the policy's `role`. */
  readonly why: (role: string) => string;
}
