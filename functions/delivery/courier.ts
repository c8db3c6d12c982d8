import type { Instant } from '../../shared/calendar/instant.ts';
import type { Delivery, Outcome } from '../../shared/notification/delivery.ts';
import type { Facts } from '../../shared/notification/facts.ts';
import type { Limit } from '../../shared/notification/limit.ts';
import type { PagedRoute, Recipient } from '../../shared/policy/recipient.ts';
import type { Parcel } from './gate.ts';

/** Where something goes. What goes to one place within a while may be told together. */
export interface Destination {
  /** The same for everything that goes there; it tells neither an address nor a secret. */
  readonly id: string;
  /** How much is taken, and of whom together. */
  readonly limited?: { readonly together: string; readonly limit: Limit };
}

/** An attempt that only has to be made. */
export interface Attemptable {
  /** What others will call the delivery by, to be written down before the first attempt. */
  readonly name?: string;
  readonly attempt: () => Promise<Outcome>;
  readonly route?: PagedRoute;
  /** Where it goes; nowhere, where the attempt knows without asking anybody. */
  readonly destination?: Destination;
}

/** An attempt that only has to be made, or why nobody can be told. */
export type Prepared = Attemptable | { readonly unknown: string };

/** One way for a notification to travel. Attempts never throw. */
export interface Courier {
  tell(delivery: Delivery, facts: Facts, recipient: Recipient | undefined): Prepared;
  /** Tells several to the one place they all go to, under the name of the delivery that leads them; the worst comes first. */
  tellTogether(lead: Delivery, parcels: readonly [Parcel, ...(readonly Parcel[])]): Prepared;
  /** Tells whoever took it that somebody has seen it. */
  acknowledge(delivery: Delivery, now: Instant): Attemptable;
  resolve(delivery: Delivery, now: Instant): Attemptable;
}
