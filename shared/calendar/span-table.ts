import type { Duration, Instant } from './instant.ts';
import { indexColumn, placeNear, type RisingIndex } from './rising-index.ts';

/**
 * All open spans of `[from, to)`, laid out to be looked up from both sides. *Opened* is the open time since the beginning of the
 * table: elapsed is a difference of two, and add finds the instant at which so much has opened.
 */
export interface SpanTable {
  readonly from: Instant;
  readonly to: Instant;
  /** A pair for each span, where it begins and what had opened by then; two more pairs guard the end. */
  readonly pairs: Float64Array;
  readonly opened: Duration;
  readonly byInstant: RisingIndex;
  readonly byOpened: RisingIndex;
}

/** Lays out the spans of `[from, to)`, given in order as from, to, from, to, … */
export function layOut(from: Instant, to: Instant, edges: readonly Instant[]): SpanTable {
  const end = edges.length;
  const pairs = new Float64Array(end + 4).fill(Number.POSITIVE_INFINITY);
  let opened = 0;
  for (let place = 0; place < end; place += 2) {
    pairs[place] = edges[place]!;
    pairs[place + 1] = opened;
    opened += edges[place + 1]! - edges[place]!;
  }
  pairs[end + 1] = opened;
  pairs[end + 3] = opened;
  const byInstant = indexColumn(pairs, 0, end, from, to);
  const byOpened = indexColumn(pairs, 1, end, 0, opened);
  return { from, to, pairs, opened, byInstant, byOpened };
}

/** The spans as they were given. */
export function edgesOf({ pairs }: SpanTable): Instant[] {
  return Array.from(pairs.subarray(0, -4), (value, at) => (at % 2 === 0 ? value : closing(pairs, at - 1)));
}

/** What has opened by an instant of the table, its end included. */
export function openedBy({ pairs, byInstant }: SpanTable, t: Instant): Duration {
  const place = placeBy(pairs, byInstant, t);
  return Math.min(pairs[place + 1]! + Math.max(0, t - pairs[place]!), pairs[place + 3]!);
}

/** The first instant by which so much has opened: more than nothing, and no more than opens in the table. */
export function firstBy({ pairs, byOpened }: SpanTable, opened: Duration): Instant {
  let place = placeNear(byOpened, opened);
  while (pairs[place + 3]! < opened) place += 2;
  return pairs[place]! + (opened - pairs[place + 1]!);
}

/** The last instant by which no more than so much has opened: less than opens in the table. */
export function lastBy({ pairs, byOpened }: SpanTable, opened: Duration): Instant {
  let place = placeNear(byOpened, opened);
  while (pairs[place + 3]! <= opened) place += 2;
  return pairs[place]! + (opened - pairs[place + 1]!);
}

/** The instant itself when it is open, else the next opening in the table, else Infinity. */
export function openingFrom({ pairs, byInstant }: SpanTable, t: Instant): Instant {
  const place = placeBy(pairs, byInstant, t);
  if (t < pairs[place]!) return pairs[place]!;
  return t < closing(pairs, place) ? t : pairs[place + 2]!;
}

/** Where the span that an open instant lies in closes, or the table ends. */
export function closingAfter({ pairs, byInstant }: SpanTable, t: Instant): Instant {
  return closing(pairs, placeBy(pairs, byInstant, t));
}

/** The place of the last span that begins by an instant, else of the first. */
function placeBy(pairs: Float64Array, byInstant: RisingIndex, t: Instant): number {
  let place = placeNear(byInstant, t);
  while (pairs[place + 2]! <= t) place += 2;
  return place;
}

function closing(pairs: Float64Array, place: number): Instant {
  return pairs[place]! + (pairs[place + 3]! - pairs[place + 1]!);
}
