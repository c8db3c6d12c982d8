import { type Duration, type Instant, SECOND } from '../calendar/instant.ts';
import type { Notify } from '../policy/ladder.ts';
import type { PagedRoute } from '../policy/recipient.ts';
import type { InPager } from './in-pager.ts';
import type { Notification } from './notification.ts';
import type { Receipt } from './receipt.ts';
import type { Redelivery } from './redelivery.ts';

/**
 * Why something is held back for a while, to be looked at again then: `paused` with its clock, `moved` where its rung lies ahead again.
 */
export type WhyHeld =
  | 'paused'
  | 'moved'
  | 'silenced'
  | 'maintenance'
  | 'quiet hours'
  | 'inhibited'
  | 'grouped'
  | 'rate limit';

/**
 * Why something is not told, or no longer needs telling: `moved` where its breach was taken back, `inhibited` by the breach it had warned
 * of, `stale` where a later step has told the same recipient since, `grouped` where a digest told it.
 */
export type WhyNot =
  | 'answered'
  | 'cancelled'
  | 'moved'
  | 'acknowledged'
  | 'inhibited'
  | 'stale'
  | 'grouped'
  | 'unknown recipient'
  | 'suppressed address';

/** What has become of a delivery. `attempting` is written down before an attempt is made; a worker that dies leaves it so. */
export const DELIVERY_STATES = [
  'owed',
  'attempting',
  'retry',
  'held',
  'sent',
  'refused',
  'suppressed',
  'resolved',
] as const;

/** One of the things that can have become of a delivery. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The states in which something is still to be done, so that `nextActionAt` is there. */
export const UNSETTLED: readonly DeliveryState[] = ['owed', 'attempting', 'retry', 'held'];

/** What held a delivery back last, and until when it was to be left alone. */
export interface Hold {
  readonly why: WhyHeld;
  readonly until: Instant;
  /** Such as who silenced it and why. */
  readonly detail?: string;
  /** Where it is held for want of room: when a hold that was wanted had been over before, if there was one. */
  readonly freeSince?: Instant;
}

/** A page is first to be told, then acknowledged where somebody has done so elsewhere, and once its clock stops to be resolved. */
type Wanted = 'told' | 'acknowledged' | 'resolved';

/** What is wanted, as one asks for it. */
export const VERBS = { told: 'tell', acknowledged: 'acknowledge', resolved: 'resolve' } as const satisfies Record<
  Wanted,
  string
>;

/** What came of one attempt, as it is kept. */
export interface Tried {
  readonly at: Instant;
  readonly for: Wanted;
  readonly verdict: Outcome['verdict'];
  readonly detail?: string;
  readonly standstill?: true;
}

/** The digest something waits for, was told in, or leads. */
export interface InDigest {
  /** Names it among all digests. */
  readonly id: string;
  /** Whether it is this delivery by which the digest is told. */
  readonly leads?: true;
  /** Whether others are told in its place since the digest fails. */
  readonly failing?: true;
}

/** That a way has failed, and which ways are tried in its place; none where none was left. */
export interface FailedOver {
  readonly at: Instant;
  readonly to: readonly Notify[];
}

/** One row of the delivery ledger: one notification on its way to one recipient. */
export interface Delivery {
  readonly notification: Notification;
  readonly wanted: Wanted;
  /** When what is wanted now was first wanted. */
  readonly wantedAt: Instant;
  readonly state: DeliveryState;
  /** What the attempt under way is for; `wanted` may have changed since it began. */
  readonly attempting?: Wanted;
  /** Attempts begun for what is wanted now. */
  readonly attempts: number;
  /** When to look again if nothing comes of it; absent once there is nothing left to do. */
  readonly nextActionAt?: Instant;
  /** Counts the saves; 0 has not been saved. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  /** When the recipient's service took it. */
  readonly toldAt?: Instant;
  /** An attempt ended without an answer that can be believed: the recipient's service may have taken it. */
  readonly uncertain?: true;
  readonly whyNot?: WhyNot;
  /** What held it back last; kept when it goes on. */
  readonly held?: Hold;
  readonly digest?: InDigest;
  /** What the provider or the check said last, safe to show: the reason of a retry, a refusal, a suppression. */
  readonly detail?: string;
  /** Where a page went, so that its resolve goes the same way whatever the policy says by then; names its secret only. */
  readonly route?: PagedRoute;
  /** The name the provider knows it by, such as a mail's message id. */
  readonly reference?: string;
  /** What the mail service said of it last. */
  readonly receipt?: Receipt;
  /** What was last done with the page at its pager, which stops no clock. */
  readonly inPager?: InPager;
  /** Somebody acknowledged its clock cycle while it was being told: once it is, it is to be acknowledged at its pager too. */
  readonly seen?: true;
  /** The ways that failed and that it stands in for; its own among them where a rung asked for it too. */
  readonly standsInFor?: readonly Notify[];
  readonly failedOver?: FailedOver;
  /** Who last asked for it to be told again. */
  readonly redelivered?: Redelivery;
  /** The latest attempts, the last one last. */
  readonly tried?: readonly Tried[];
}

/**
 * What came of one attempt. `retryAfter` is the provider's own wish, in milliseconds from the attempt; `standstill` that it takes
 * nothing from us at all until somebody has seen to it.
 */
export type Outcome =
  | { readonly verdict: 'sent'; readonly reference?: string }
  | {
      readonly verdict: 'retry';
      readonly detail: string;
      readonly retryAfter?: Duration;
      readonly uncertain?: true;
      readonly standstill?: true;
    }
  | { readonly verdict: 'refused'; readonly detail: string };

/** How long a worker has for one attempt before another may try; longer than any function may run. */
export const LEASE: Duration = 90 * SECOND;

/** A delivery as it is first written down, before anybody has been asked to make it. */
export const owed = (notification: Notification, now: Instant): Delivery => ({
  notification,
  wanted: 'told',
  wantedAt: now,
  state: 'owed',
  attempts: 0,
  nextActionAt: now + LEASE,
  version: 0,
  createdAt: now,
  changedAt: now,
});

/** The delivery with nothing left to do about it. */
export function settled(delivery: Delivery, state: DeliveryState, now: Instant): Delivery {
  const { nextActionAt: _done, attempting: _over, ...rest } = delivery;
  return { ...rest, state, changedAt: now };
}
