import type { Duration, Instant } from '../calendar/instant.ts';

/** What a service takes: at most `count` requests in any stretch of `per`. */
export interface Limit {
  readonly count: number;
  readonly per: Duration;
}

/** Who asks for room: a page to be resolved, something of the highest severity or a digest, or the rest. */
export type Lane = 'resolve' | 'worst' | 'rest';

/** Requests are counted by slots, of which so many make up `per`: the more, the sooner room is found again. */
const SLOTS = 5;

const lengthOf = ({ per }: Limit): Duration => per / SLOTS;

/** The slot an instant falls into, and the first that one request of it shares a stretch of `per` with. */
export function slotsAt(limit: Limit, at: Instant): { readonly slot: number; readonly first: number } {
  const slot = Math.floor(at / lengthOf(limit));
  return { slot, first: slot - SLOTS };
}

/** How many of the limit a lane may use: all but the rest leave a quarter free for what is worse. */
export const shareOf = ({ count }: Limit, lane: Lane): number =>
  lane === 'rest' ? Math.max(1, Math.floor(count * 0.75)) : count;

/**
 * When whoever found no room in a slot is to ask again: as the `place`-th of its lane to do so, from 1, once all before it have had
 * theirs; somewhere in a slot, by `jitter` from 0 to 1, so that not all come at once.
 */
export function againAt(limit: Limit, lane: Lane, slot: number, place: number, jitter: number): Instant {
  const turns = Math.ceil(place / shareOf(limit, lane));
  return Math.ceil((slot + (SLOTS + 1) * turns + jitter) * lengthOf(limit));
}
