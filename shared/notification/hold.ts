import type { Instant } from '../calendar/instant.ts';
import type { Delivery, Hold } from './delivery.ts';

/** The delivery held back: nobody is told before the hold is over, and then it is checked anew. */
export function held(delivery: Delivery, hold: Hold, now: Instant): Delivery {
  const { attempting: _over, ...rest } = delivery;
  const uncertain = delivery.state === 'attempting' ? { uncertain: true as const } : {};
  return { ...rest, ...uncertain, state: 'held', held: hold, nextActionAt: hold.until, changedAt: now };
}
