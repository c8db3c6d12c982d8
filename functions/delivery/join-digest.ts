import type { Instant } from '../../shared/calendar/instant.ts';
import type { Hold, InDigest } from '../../shared/notification/delivery.ts';
import { PATIENCE } from '../../shared/notification/digest.ts';
import { digestId, type ItemKey, isSameItem, windowKey } from '../adapters/item-keys.ts';
import type { Desk } from './desk.ts';
import type { Parcel } from './gate.ts';

/** The digest that something joins, and how long it waits for it. */
export interface Joined {
  readonly digest: InDigest;
  readonly hold: Hold;
}

/** As many as one function can check anew and tell within its time. */
const MOST = 500;

/**
 * Finds the digest for something that goes to a destination where many go; undefined where it goes alone. It is asked about what was
 * never attempted, and once: what waited for room at its destination has been let through before.
 */
export async function joinedDigest(
  { digests }: Pick<Desk, 'digests'>,
  key: ItemKey,
  { delivery, policy: { grouping }, facts }: Parcel,
  destination: string,
  now: Instant,
): Promise<Joined | undefined> {
  if (grouping === undefined || grouping.never.includes(facts.severity)) return undefined;
  if (delivery.attempts > 0 || delivery.held?.why === 'rate limit') return undefined;
  const { window, above } = grouping;
  for (let ordinal = Math.floor(now / window); ; ordinal += 1) {
    const counted = windowKey(destination, window, ordinal);
    const place = await digests.count(counted, now);
    if (place <= above) return undefined;
    const id = digestId(counted, Math.floor((place - above - 1) / MOST));
    const { lead, closed } = await digests.join(id, key, now);
    if (!closed) return joining(id, isSameItem(lead, key), (ordinal + 1) * window);
    await digests.leave(id, key);
  }
}

const joining = (id: string, leads: boolean, end: Instant): Joined =>
  leads
    ? { digest: { id, leads }, hold: { why: 'grouped', until: end } }
    : { digest: { id }, hold: { why: 'grouped', until: end + PATIENCE } };
