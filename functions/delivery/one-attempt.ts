import type { Instant } from '../../shared/calendar/instant.ts';
import { deliveryMeasures } from '../../shared/measure/delivery-measures.ts';
import type { Measure } from '../../shared/measure/measures.ts';
import { claim } from '../../shared/notification/claim.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { toldInDigest, withoutDigest } from '../../shared/notification/digest.ts';
import { held } from '../../shared/notification/hold.ts';
import type { ItemKey } from '../adapters/item-keys.ts';
import { log } from '../adapters/log.ts';
import type { Desk } from './desk.ts';
import { joinedDigest } from './join-digest.ts';
import { judged, notTold, unknownTo } from './judge.ts';
import { digestTold } from './lead-digest.ts';
import { attempted, begun, type Look, type Looked, lookedAtAgain, NOTHING, saved } from './look.ts';
import { passedOn } from './pass-on.ts';
import { type Standing, standingOf } from './standing.ts';

/**
 * Makes one attempt at a delivery of the ledger, if one is to be made now: checks that it is still wanted, writes the attempt down,
 * makes it, and writes down what came of it. Where many go to one place it waits for a digest, or tells it. Where that leaves a page
 * to be resolved, it is resolved at once.
 */
export async function oneAttempt(desk: Desk, key: ItemKey, now: Instant): Promise<readonly Measure[]> {
  const before = await desk.ledger.get(key);
  if (before === undefined) {
    log('warn', 'there is no such delivery', { ...key });
    return [];
  }
  const found = claim(before, now);
  if ('nothing' in found) return [];
  const { changes, next } = await looked({ desk, key, before, claimed: found.claimed, now });
  const counted = changes.flatMap(change => deliveryMeasures(change.before, change.after));
  const own = changes[0]?.after;
  if (own !== undefined) await lookedAtAgain(desk, own, now);
  const onward = own?.state === 'owed' ? key : next;
  return onward === undefined ? counted : [...counted, ...(await oneAttempt(desk, onward, now))];
}

async function looked(look: Look): Promise<Looked> {
  const { desk, key, before, claimed, now } = look;
  if (before.wanted !== 'told') {
    const what = before.wanted === 'resolved' ? desk.courier.resolve : desk.courier.acknowledge;
    const order = what(before, now);
    const started = await begun(look, order);
    return started ? attempted(started, order, 'resolve', nobodyElse) : NOTHING;
  }
  const standing = await standingOf(desk, key, before, now);
  switch (standing.is) {
    case 'leads':
      return digestTold(look);
    case 'told':
      return saved(desk, before, toldInDigest(before, standing.lead, now));
    case 'awaited':
      return awaited(look, standing);
    case 'free':
    case 'alone':
      return told({ ...look, before: withoutDigest(before), claimed: withoutDigest(claimed) }, standing.is === 'free');
  }
}

const nobodyElse = async (delivery: Delivery): Promise<Delivery> => delivery;

/** Waits on for a digest; where that fails, whoever is still to be told has others told in its place meanwhile. */
async function awaited({ desk, before, now }: Look, wait: Extract<Standing, { is: 'awaited' }>): Promise<Looked> {
  const waits = held(before, { why: 'grouped', until: wait.until }, now);
  if (!wait.failing || before.failedOver !== undefined) return saved(desk, before, waits);
  const found = await judged(desk, before, now);
  if ('notNow' in found) return saved(desk, before, waits);
  const fails: Delivery = { ...waits, digest: { ...before.digest!, failing: true } };
  return saved(desk, before, await passedOn(desk, fails, found.recipients, now));
}

async function told(look: Look, mayWait: boolean): Promise<Looked> {
  const { desk, key, before, now } = look;
  const found = await judged(desk, before, now);
  const exchanged = (failed: Delivery) => passedOn(desk, failed, found.recipients, now);
  if ('notNow' in found) return saved(desk, before, await exchanged(notTold(before, found.notNow, now)));
  const { parcel } = found;
  const prepared = desk.courier.tell(before, parcel.facts, parcel.recipient);
  if ('unknown' in prepared) return saved(desk, before, await exchanged(notTold(before, unknownTo(prepared), now)));
  const { destination } = prepared;
  const started = await begun(look, prepared);
  if (started === undefined) return NOTHING;
  const joined = mayWait && destination && (await joinedDigest(desk, key, parcel, destination.id, now));
  if (joined) return saved(desk, started.before, held({ ...started.before, digest: joined.digest }, joined.hold, now));
  return attempted(started, prepared, parcel.facts.rank === 0 ? 'worst' : 'rest', exchanged);
}
