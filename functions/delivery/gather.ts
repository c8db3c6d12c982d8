import type { Instant } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { worse } from '../../shared/notification/worst-first.ts';
import { type ItemKey, isSameItem } from '../adapters/item-keys.ts';
import { forEach } from './at-once.ts';
import type { Desk } from './desk.ts';
import type { Parcel } from './gate.ts';
import { type Judged, judged } from './judge.ts';

/** Who is told by a digest, the worst first, and what is found of the one that leads it. */
export interface Gathered {
  readonly parcels: readonly Parcel[];
  readonly own: Judged;
}

/**
 * Closes a digest and checks everybody in it anew. Whoever is not to be told now leaves it, as does who joined too late to be sure of
 * it: afterwards its members are those that are told.
 */
export async function gathered(
  desk: Desk,
  digest: string,
  key: ItemKey,
  lead: Delivery,
  now: Instant,
): Promise<Gathered> {
  const { digests } = desk;
  await digests.close(digest);
  const own = await judged(desk, lead, now);
  const parcels = await forEach(await digests.members(digest), async member => {
    const parcel = isSameItem(member, key) ? parcelIn(own) : await waiting(desk, digest, member, now);
    if (parcel === undefined) await digests.leave(digest, member);
    return parcel;
  });
  const told = parcels.filter(parcel => parcel !== undefined);
  return { parcels: told.toSorted((a, b) => worse(a.facts, b.facts)), own };
}

const parcelIn = (found: Judged): Parcel | undefined => ('parcel' in found ? found.parcel : undefined);

async function waiting(desk: Desk, digest: string, member: ItemKey, now: Instant): Promise<Parcel | undefined> {
  const delivery = await desk.ledger.get(member);
  if (delivery?.state !== 'held' || delivery.wanted !== 'told' || delivery.digest?.id !== digest) return undefined;
  return parcelIn(await judged(desk, { ...delivery, nextActionAt: now }, now));
}
