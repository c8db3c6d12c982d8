import { type Instant, MINUTE } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { held } from '../../shared/notification/hold.ts';
import type { Lane } from '../../shared/notification/limit.ts';
import { rowOf } from '../adapters/delivery-ledger.ts';
import type { ItemKey } from '../adapters/item-keys.ts';
import { log, reasonOf } from '../adapters/log.ts';
import type { Attemptable } from './courier.ts';
import type { Desk } from './desk.ts';
import { type Exchanged, made } from './make.ts';
import { withRoom } from './room.ts';

/** One look at one delivery: as it was found, and as it is claimed for an attempt. */
export interface Look {
  readonly desk: Desk;
  readonly key: ItemKey;
  readonly before: Delivery;
  readonly claimed: Delivery;
  readonly now: Instant;
}

/** What a look changed, its own delivery first, and which other is to be looked at next. */
export interface Looked {
  readonly changes: readonly Change[];
  readonly next?: ItemKey;
}

/** What became of a delivery. */
export interface Change {
  readonly before: Delivery;
  readonly after: Delivery;
}

/** What a look comes to where somebody else was first. */
export const NOTHING: Looked = { changes: [] };

/** Saves what a delivery has become; nothing where somebody else was first. */
export async function saved({ ledger }: Pick<Desk, 'ledger'>, before: Delivery, next: Delivery): Promise<Looked> {
  const after = await ledger.save(next);
  return after === undefined ? NOTHING : { changes: [{ before, after }] };
}

/**
 * The look once its attempt is written down, so that of several messages about one delivery one alone is counted wherever it goes;
 * undefined where somebody else was first.
 */
export async function begun(look: Look, { route }: Attemptable): Promise<Look | undefined> {
  const claimed = await look.desk.ledger.save(route === undefined ? look.claimed : { ...look.claimed, route });
  return claimed && { ...look, claimed, before: { ...look.before, version: claimed.version } };
}

/**
 * Makes an attempt that has begun if there is room for it where it goes; else the delivery is held until there may be, and others are
 * told if that is late.
 */
export async function attempted(
  { desk, key, before, claimed, now }: Look,
  attempt: Attemptable,
  lane: Lane,
  exchanged: Exchanged,
): Promise<Looked> {
  const room = await withRoom(desk, attempt, lane, now);
  if ('hold' in room) return saved(desk, before, await exchanged(held(before, room.hold, now)));
  const after = await made(desk, key, claimed, room, exchanged, now);
  return after === undefined ? NOTHING : { changes: [{ before, after }] };
}

/** How soon the sweep comes that finds whatever is due by then. */
const NEXT_SWEEP = MINUTE;

/** Has a delivery looked at again in time where the sweep may come too late for that. */
export async function lookedAtAgain(
  { outbound }: Pick<Desk, 'outbound'>,
  after: Delivery,
  now: Instant,
): Promise<void> {
  const { state, nextActionAt = Number.POSITIVE_INFINITY } = after;
  if ((state !== 'held' && state !== 'retry') || nextActionAt > now + NEXT_SWEEP) return;
  const { channel, pk, sk } = rowOf(after.notification);
  await outbound[channel]
    .send([{ body: { pk, sk }, at: nextActionAt }], now)
    .catch(error => log('warn', 'a delivery waits for the sweep', { pk, sk, reason: reasonOf(error) }));
}
