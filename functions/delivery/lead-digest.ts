import type { Instant } from '../../shared/calendar/instant.ts';
import type { Delivery, Hold } from '../../shared/notification/delivery.ts';
import { toldInDigest, withoutDigest } from '../../shared/notification/digest.ts';
import { held } from '../../shared/notification/hold.ts';
import { rowOf } from '../adapters/delivery-ledger.ts';
import { isSameItem } from '../adapters/item-keys.ts';
import { forEach } from './at-once.ts';
import type { Parcel } from './gate.ts';
import { gathered } from './gather.ts';
import { type Judged, notTold, unknownTo } from './judge.ts';
import { attempted, begun, type Look, type Looked, NOTHING, saved } from './look.ts';
import { passedOn } from './pass-on.ts';

/**
 * Tells the digest that a delivery leads, in one attempt, once it is written down that there is one, so that nobody else decides at
 * the same time who is in it. A lead that is not to be told itself leaves it to the worst of the others, unless an attempt of its own
 * may have been heard: then it tells them under its own name, so that nobody is told twice.
 */
export async function digestTold(look: Look): Promise<Looked> {
  const { desk, key, now } = look;
  const { id } = look.before.digest!;
  const digest = { id, leads: true } as const;
  const claimed = await desk.ledger.save({ ...look.claimed, digest });
  if (claimed === undefined) return NOTHING;
  const telling: Look = { ...look, claimed, before: { ...look.before, digest, version: claimed.version } };
  const { parcels, own } = await gathered(desk, id, key, telling.before, now);
  const [worst, ...others] = parcels;
  if (worst === undefined) return ownWay(telling, own);
  const tellsItself = parcels.some(({ delivery }) => isSameItem(rowOf(delivery.notification), key));
  if (!tellsItself && claimed.uncertain === undefined) return handedOver(telling, id, own, worst.delivery);
  return together(telling, [worst, ...others], own);
}

async function together(look: Look, parcels: readonly [Parcel, ...Parcel[]], own: Judged): Promise<Looked> {
  const { desk, key, before, claimed, now } = look;
  const others = parcels.filter(({ delivery }) => !isSameItem(rowOf(delivery.notification), key));
  const [{ facts, recipient }] = parcels;
  const prepared =
    others.length === 0 ? desk.courier.tell(claimed, facts, recipient) : desk.courier.tellTogether(claimed, parcels);
  const exchanged = (failed: Delivery) => passedOn(desk, failed, own.recipients, now);
  if ('unknown' in prepared) return saved(desk, before, await exchanged(notTold(before, unknownTo(prepared), now)));
  const started = await begun(look, prepared);
  if (started === undefined) return NOTHING;
  const { changes } = await attempted(started, prepared, 'worst', exchanged);
  const lead = changes[0]?.after;
  if (lead?.toldAt === undefined) return { changes };
  const marked = await forEach(others, ({ delivery }) => saved(desk, delivery, toldInDigest(delivery, lead, now)));
  return { changes: [...changes, ...marked.flatMap(mark => mark.changes)] };
}

async function handedOver(look: Look, id: string, own: Judged, next: Delivery): Promise<Looked> {
  const { desk, key, now } = look;
  const to = rowOf(next.notification);
  if (await desk.digests.handOver(id, key, to))
    await desk.ledger.save(held({ ...next, digest: { id, leads: true } }, atOnce(now), now));
  return { ...(await ownWay(look, own)), next: to };
}

/** What becomes of a lead without its digest: what was found of it, or, where it had left before, another look. */
async function ownWay({ desk, before, now }: Look, own: Judged): Promise<Looked> {
  const alone = withoutDigest(before);
  if ('parcel' in own) return saved(desk, before, held(alone, atOnce(now), now));
  return saved(desk, before, await passedOn(desk, notTold(alone, own.notNow, now), own.recipients, now));
}

const atOnce = (now: Instant): Hold => ({ why: 'grouped', until: now });
