import { type Instant, SECOND } from '../calendar/instant.ts';
import { type Delivery, LEASE } from './delivery.ts';
import { withTried } from './tried.ts';

/** Why a delivery is not to be attempted now. */
type Nothing = 'settled' | 'not yet' | 'being attempted';

/** A delivery claimed for one attempt, or why there is none to make. */
export type Claim = { readonly claimed: Delivery } | { readonly nothing: Nothing };

/** Messages are delayed by whole seconds, so one may come this much before its instant. */
export const EARLY = SECOND;

/** Claims a delivery for one attempt, to be saved before it is made; a claim holds for LEASE, then whoever made it counts as dead. */
export function claim(delivery: Delivery, now: Instant): Claim {
  switch (delivery.state) {
    case 'owed':
      return { claimed: attempting(delivery, now) };
    case 'retry':
    case 'held':
      if (now + EARLY < delivery.nextActionAt!) return { nothing: 'not yet' };
      return { claimed: attempting(delivery, now) };
    case 'attempting':
      if (now < delivery.nextActionAt!) return { nothing: 'being attempted' };
      return { claimed: attempting(abandoned(delivery), now) };
    case 'sent':
    case 'refused':
    case 'suppressed':
    case 'resolved':
      return { nothing: 'settled' };
  }
}

const abandoned = (delivery: Delivery): Delivery => ({
  ...withTried(delivery, { verdict: 'retry', detail: 'nobody came back from the attempt' }, delivery.changedAt),
  uncertain: true,
});

const attempting = (delivery: Delivery, now: Instant): Delivery => ({
  ...delivery,
  state: 'attempting',
  attempting: delivery.wanted,
  attempts: delivery.attempts + 1,
  nextActionAt: now + LEASE,
  changedAt: now,
});
