import type { Instant } from '../calendar/instant.ts';
import type { Delivery } from './delivery.ts';
import { withoutDigest } from './digest.ts';
import { owedAnew } from './resolve.ts';

/**
 * The delivery once its clock was reopened: what was not told because that had been fulfilled is owed anew, and checked as ever; so is a
 * page that was resolved though nobody knows whether it had ever rung.
 */
export function afterReopening(delivery: Delivery, now: Instant): Delivery {
  const { state, whyNot, toldAt } = delivery;
  const isUntold = toldAt === undefined && (state === 'resolved' || (state === 'suppressed' && whyNot === 'answered'));
  if (!isUntold) return delivery;
  const { whyNot: _over, uncertain: _resolved, inPager: _there, ...rest } = withoutDigest(delivery);
  return owedAnew(rest, 'told', now);
}
