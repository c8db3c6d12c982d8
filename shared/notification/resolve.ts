import type { Instant } from '../calendar/instant.ts';
import { type Delivery, LEASE, settled, type WhyNot } from './delivery.ts';

/**
 * The delivery of a page whose clock has stopped. One that was told, or may have been, is to be resolved, after the attempt under
 * way if there is one; one that was not is suppressed; the rest stay as they are.
 */
export function wantResolved(delivery: Delivery, now: Instant, whyNot: WhyNot = 'answered'): Delivery {
  if (delivery.wanted === 'resolved') return delivery;
  switch (delivery.state) {
    case 'owed':
    case 'retry':
    case 'held':
      return delivery.wanted === 'acknowledged' ? resolveOwed(delivery, now) : suppressed(delivery, whyNot, now);
    case 'attempting':
      return { ...delivery, wanted: 'resolved', wantedAt: now, changedAt: now };
    case 'sent':
      return resolveOwed(delivery, now);
    case 'refused':
      return delivery.uncertain && delivery.wanted === 'told' ? resolveOwed(delivery, now) : delivery;
    case 'suppressed':
    case 'resolved':
      return delivery;
  }
}

/**
 * The delivery of something that need not be told any more, by the check at the moment of sending; a page that may have been told
 * in an earlier attempt is to be resolved instead. What is settled, or is to be resolved, stays as it is.
 */
export function suppressed(delivery: Delivery, whyNot: WhyNot, now: Instant, detail?: string): Delivery {
  if (delivery.wanted !== 'told' || delivery.nextActionAt === undefined) return delivery;
  const mayRing = delivery.uncertain || delivery.state === 'attempting';
  if (mayRing && delivery.notification.channel === 'page') return resolveOwed({ ...delivery, uncertain: true }, now);
  return { ...settled(delivery, 'suppressed', now), whyNot, ...(detail === undefined ? {} : { detail }) };
}

/** The delivery of a page that somebody may be looking at, now to be resolved. */
export const resolveOwed = (delivery: Delivery, now: Instant): Delivery => owedAnew(delivery, 'resolved', now);

/** The delivery with something new wanted of it, about which nothing has been done yet. */
export function owedAnew(delivery: Delivery, wanted: Delivery['wanted'], now: Instant): Delivery {
  const { attempting: _over, detail: _old, ...rest } = delivery;
  return {
    ...rest,
    wanted,
    wantedAt: now,
    state: 'owed',
    attempts: 0,
    nextActionAt: now + LEASE,
    changedAt: now,
  };
}
