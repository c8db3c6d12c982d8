import type { Instant } from '../calendar/instant.ts';
import { type Delivery, type Outcome, settled } from './delivery.ts';
import { owedAnew } from './resolve.ts';

/**
 * The delivery of a page that rings at its pager although its clock cycle is acknowledged, now to be acknowledged there too, or once it
 * is told; as it is where it goes in a digest, whose others may still need it, or does not ring.
 */
export function wantAcknowledged(delivery: Delivery, now: Instant): Delivery {
  const { notification, state, wanted, digest, inPager, nextActionAt, seen } = delivery;
  const rings = inPager === undefined ? wanted === 'told' : inPager.state === 'ringing';
  if (notification.channel !== 'page' || digest !== undefined || !rings) return delivery;
  if (wanted === 'told' && nextActionAt !== undefined) return seen ? delivery : { ...delivery, seen: true };
  if (state !== 'sent') return delivery;
  return { ...owedAnew(delivery, 'acknowledged', now), nextActionAt: now };
}

/** The delivery whose acknowledgement at its pager is not tried again: it was told, and stays so. */
export function acknowledgedThere(delivery: Delivery, outcome: Outcome, now: Instant): Delivery {
  const told = settled(delivery, 'sent', now);
  return 'detail' in outcome ? { ...told, detail: `not acknowledged at its pager: ${outcome.detail}` } : told;
}
