import type { Instant } from '../calendar/instant.ts';
import type { Delivery, Hold, WhyHeld } from './delivery.ts';

const NO_ROOM: readonly WhyHeld[] = ['grouped', 'rate limit'];

/** Whether a hold is for want of room where it goes, which nobody has asked for. */
export const isForRoom = ({ why }: Hold): boolean => NO_ROOM.includes(why);

/** Since when nothing but want of room has kept a delivery back: when it was wanted, or when the last hold that was wanted was over. */
export function freeSince({ wantedAt, held }: Delivery): Instant {
  if (held === undefined) return wantedAt;
  return Math.max(wantedAt, isForRoom(held) ? (held.freeSince ?? wantedAt) : held.until);
}

/** The delivery held back: nobody is told before the hold is over, and then it is checked anew. */
export function held(delivery: Delivery, hold: Hold, now: Instant): Delivery {
  const { attempting: _over, ...rest } = delivery;
  const uncertain = delivery.state === 'attempting' ? { uncertain: true as const } : {};
  const since = Math.min(freeSince(delivery), now);
  const kept = isForRoom(hold) && since > delivery.wantedAt ? { ...hold, freeSince: since } : hold;
  return { ...rest, ...uncertain, state: 'held', held: kept, nextActionAt: hold.until, changedAt: now };
}
