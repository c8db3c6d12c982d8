import type { Instant } from '../calendar/instant.ts';
import type { Delivery } from './delivery.ts';
import { withoutDigest } from './digest.ts';
import { owedAnew } from './resolve.ts';

/** The delivery once its clock was reopened: what was not told because that had been fulfilled is owed anew, and checked as ever. */
export function afterReopening(delivery: Delivery, now: Instant): Delivery {
  if (delivery.state !== 'suppressed' || delivery.whyNot !== 'answered' || delivery.toldAt !== undefined)
    return delivery;
  const { whyNot: _over, ...rest } = withoutDigest(delivery);
  return owedAnew(rest, 'told', now);
}
