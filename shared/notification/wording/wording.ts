import type { MetricName } from '../../metric/metrics.ts';
import type { Status } from '../../ticket/status.ts';
import type { Milestone } from '../milestone.ts';
import type { NotificationKind } from '../notification.ts';

/** The words that stand before or above something. */
type Label =
  | 'due'
  | 'todo'
  | 'timeline'
  | 'details'
  | 'ticket'
  | 'severity'
  | 'promise'
  | 'status'
  | 'policy'
  | 'contact';

/** The texts of one language; what a ticket says goes in as it is, and is made safe for its medium afterwards. */
export interface Wording {
  /** The language as BCP 47 names it. */
  readonly language: string;
  readonly metrics: Readonly<Record<MetricName, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  /** What it is in a word or two. */
  readonly kinds: Readonly<Record<NotificationKind, string>>;
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
  /** What happened, or is ahead; the detail is the status that holds the clock, who was told or saw it, or how many are left out. */
  readonly milestones: Readonly<Record<Milestone['what'], (detail: string) => string>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly open: string;
  /** Says that one has seen it and is on it; at most 75 characters, as a button takes. */
  readonly acknowledge: string;
  readonly acknowledging: AcknowledgingWording;
  /** Why the reader gets this, being the policy's `role`. */
  readonly why: (role: string) => string;
  readonly digest: DigestWording;
}

/** What the page behind a mail's link says, by how things stand there: a heading, and a sentence below it. */
interface AcknowledgingWording {
  readonly asked: readonly [heading: string, below: string];
  readonly done: readonly [heading: string, below: string];
  readonly over: readonly [heading: string, below: string];
  readonly expired: readonly [heading: string, below: string];
}

/** What is said of several promises at once. */
interface DigestWording {
  readonly label: string;
  readonly headline: (count: number) => string;
  readonly subject: (headline: string, worst: string) => string;
  readonly todo: string;
  /** How many there are beside those that are shown. */
  readonly more: (count: number) => string;
  readonly why: (role: string) => string;
}
