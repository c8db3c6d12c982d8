import { type Duration, type Instant, MINUTE } from '../calendar/instant.ts';
import type { Notify } from '../policy/ladder.ts';
import { type Recipients, sameWay, waysBeside } from '../policy/ways.ts';
import { type Delivery, owed, type WhyHeld } from './delivery.ts';
import { freeSince } from './hold.ts';

/** How long a way is tried alone. */
const ALONE: Duration = 2 * MINUTE;

/**
 * Since when something is tried: when it was wanted, or when the last hold on it was over. A service that takes no more just now holds
 * nothing back in that sense, or a crowd would wait for its other ways.
 */
export const triedSince = (delivery: Delivery): Instant =>
  delivery.held?.why === 'grouped' ? Math.max(delivery.wantedAt, delivery.held.until) : freeSince(delivery);

/** The instant up to which a way may fail before the next one is tried as well. */
export const aloneUntil = (delivery: Delivery): Instant => triedSince(delivery) + ALONE;

/** A delivery that may have failed, and the rows to be written so that others are told in its place. */
export interface FailOver {
  readonly delivery: Delivery;
  /** To be saved and, where they are owed, queued before the delivery itself is saved. */
  readonly standIns: readonly Delivery[];
}

/**
 * What to do about a delivery as it is after an attempt: once, when it fails, the next way of each that it was for is tried, past
 * those that have failed themselves or are to be left in peace. `firing` is every row of the same firing of the rung, so that nobody who
 * is told anyway is told twice; ways are only ever gone forward, so it comes to an end.
 */
export function failOver(
  delivery: Delivery,
  firing: readonly Delivery[],
  recipients: Recipients,
  now: Instant,
): FailOver {
  if (!failsOver(delivery)) return { delivery, standIns: [] };
  let rows = firing;
  const ways: Notify[] = [];
  for (const original of failingFor(delivery)) {
    const rowOf = (way: Notify) => rows.find(({ notification }) => sameWay(notification, way));
    const way = waysAfter(original, delivery.notification, recipients).find(next => !isOut(rowOf(next)));
    if (way === undefined) continue;
    const { channel, to } = way;
    const row = standingIn(
      rowOf(way) ?? { ...owed({ ...delivery.notification, channel, to }, now), standsInFor: [] },
      original,
    );
    rows = [...rows.filter(({ notification }) => !sameWay(notification, way)), row];
    if (!ways.some(chosen => sameWay(chosen, way))) ways.push(way);
  }
  const standIns = rows.filter(row => !firing.includes(row));
  return { delivery: { ...delivery, failedOver: { at: now, to: ways } }, standIns };
}

/** Whether a delivery fails now for the first time, so that others are to be told. */
export const failsOver = (delivery: Delivery): boolean => delivery.failedOver === undefined && hasFailed(delivery);

/** Whether a way is not to be waited for any longer, though it may still be tried. */
export function hasFailed(delivery: Delivery | undefined): boolean {
  if (delivery?.wanted !== 'told') return false;
  switch (delivery.state) {
    case 'refused':
      return true;
    case 'suppressed':
      return delivery.whyNot === 'unknown recipient' || delivery.whyNot === 'suppressed address';
    case 'retry':
      return isLate(delivery);
    case 'owed':
    case 'attempting':
      return delivery.failedOver !== undefined;
    case 'held':
      if (delivery.digest?.failing || (delivery.held?.why === 'rate limit' && isLate(delivery))) return true;
      return isLeftInPeace(delivery) && failingFor(delivery).length > 0;
    case 'sent':
    case 'resolved':
      return false;
  }
}

const isLate = (delivery: Delivery): boolean =>
  delivery.failedOver !== undefined || delivery.nextActionAt! > aloneUntil(delivery);

const PEACE: readonly (WhyHeld | undefined)[] = ['quiet hours', 'silenced', 'maintenance'];

/** Whether somebody is not to be disturbed for longer than a way would be tried alone. */
const isLeftInPeace = ({ state, held, wantedAt, nextActionAt }: Delivery): boolean =>
  state === 'held' && PEACE.includes(held?.why) && nextActionAt! > wantedAt + ALONE;

const isOut = (row: Delivery | undefined): boolean => hasFailed(row) || (row !== undefined && isLeftInPeace(row));

/** Whom others are told for where a delivery fails: for somebody who is left in peace, nobody but those it stands in for. */
function failingFor(delivery: Delivery): readonly Notify[] {
  const originals = originalsOf(delivery);
  return isLeftInPeace(delivery) ? originals.filter(original => !sameWay(original, delivery.notification)) : originals;
}

const originalsOf = ({ notification: { channel, to }, standsInFor }: Delivery): readonly Notify[] =>
  standsInFor ?? [{ channel, to }];

/** The ways still to go for an original once the one that was gone has failed too. */
function waysAfter(original: Notify, gone: Notify, recipients: Recipients): readonly Notify[] {
  const ways = waysBeside(original, recipients);
  return ways.slice(ways.findIndex(way => sameWay(way, gone)) + 1);
}

function standingIn(row: Delivery, original: Notify): Delivery {
  const originals = originalsOf(row);
  return originals.some(known => sameWay(known, original)) ? row : { ...row, standsInFor: [...originals, original] };
}
