import type { Instant } from '../calendar/instant.ts';
import type { Notification } from './notification.ts';

/** Why something is not told, or no longer needs telling. */
export const WHY_NOT = ['answered', 'cancelled', 'paused', 'moved', 'unknown recipient'] as const;

/** One reason for not telling. */
export type WhyNot = (typeof WHY_NOT)[number];

/** What has become of a delivery. `attempting` is written down before an attempt is made; a worker that dies leaves it so. */
export type DeliveryState = 'owed' | 'attempting' | 'retry' | 'sent' | 'refused' | 'suppressed' | 'resolved';

/** One row of the delivery ledger: one notification on its way to one recipient. */
export interface Delivery {
  readonly notification: Notification;
  /** A page is first to be told, and once its clock stops to be resolved; both go through this one row. */
  readonly wanted: 'told' | 'resolved';
  readonly state: DeliveryState;
  /** Attempts begun for what is wanted now. */
  readonly attempts: number;
  /** When to look again if nothing comes of it; absent once there is nothing left to do. */
  readonly nextActionAt?: Instant;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  /** Whether the recipient's service took it, so that there is something to resolve. */
  readonly toldAt?: Instant;
  /** What the provider or the check said last, safe to show: the reason of a retry, a refusal, a suppression. */
  readonly detail?: string;
  /** The name the provider knows it by, such as a mail's message id. */
  readonly reference?: string;
}

/** What came of one attempt. `retryAfter` is the provider's own wish, in milliseconds from the attempt. */
export type Outcome =
  | { readonly verdict: 'sent'; readonly reference?: string }
  | { readonly verdict: 'retry'; readonly detail: string; readonly retryAfter?: number }
  | { readonly verdict: 'refused'; readonly detail: string };
