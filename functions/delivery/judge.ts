import type { Instant } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { factsOf } from '../../shared/notification/facts.ts';
import { held } from '../../shared/notification/hold.ts';
import { suppressed } from '../../shared/notification/resolve.ts';
import { wanted } from '../../shared/notification/wanted.ts';
import { recipientsFor } from '../../shared/policy/recipient-for.ts';
import type { Recipients } from '../../shared/policy/ways.ts';
import type { Desk } from './desk.ts';
import { type Parcel, type Passage, passage } from './gate.ts';

/** Why something is not told now. */
export type NotNow = Exclude<Passage, 'passes'>;

/** Something to be told, or why not; and who else can be told in its place. */
export type Judged =
  | { readonly parcel: Parcel; readonly recipients: Recipients }
  | { readonly notNow: NotNow; readonly recipients: Recipients };

const notYet = (notNow: NotNow): Judged => ({ notNow, recipients: {} });

/** Checks at the moment of sending that a notification is still wanted, and that every gate lets it through. */
export async function judged(
  { tickets, policies, gates }: Pick<Desk, 'tickets' | 'policies' | 'gates'>,
  delivery: Delivery,
  now: Instant,
): Promise<Judged> {
  const { notification } = delivery;
  const record = await tickets.get(notification.ticket);
  if (record === undefined) return notYet({ whyNot: 'cancelled' });
  const pinned = record.timed?.policy;
  const set = await policies.load(pinned);
  const policy = pinned && set.edition(pinned);
  const still = wanted(notification, record, set, now);
  if (still !== 'wanted') return notYet(still);
  if (policy === undefined) return notYet({ whyNot: 'moved' });
  const facts = factsOf(notification, record, set, now);
  const recipients = recipientsFor(policy, facts.attributes, facts.severity);
  const at = delivery.state === 'held' ? Math.max(now, delivery.nextActionAt!) : now;
  const parcel: Parcel = { delivery, record, policy, recipient: recipients[notification.to], facts, now: at };
  const through = await passage(gates, parcel);
  return through === 'passes' ? { parcel, recipients } : { notNow: through, recipients };
}

/** Why something is not told whose recipient cannot be told. */
export const unknownTo = ({ unknown }: { readonly unknown: string }): NotNow => ({
  whyNot: 'unknown recipient',
  detail: unknown,
});

/** The delivery of something that is not told now. */
export const notTold = (delivery: Delivery, notNow: NotNow, now: Instant): Delivery =>
  'hold' in notNow ? held(delivery, notNow.hold, now) : suppressed(delivery, notNow.whyNot, now, notNow.detail);
