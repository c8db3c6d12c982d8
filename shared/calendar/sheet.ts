import { DAY, type Duration, type Instant } from './instant.ts';

const DAYS = 366;
const SHARES = 512;

/** How much time one sheet covers; sheet 0 begins in 1970. */
export const SHEET: Duration = DAYS * DAY;

/**
 * A year's worth of open spans, laid out for looking things up from both sides. *Opened* is the open time since the calendar's
 * anchor, a running sum over all its sheets; it turns elapsed and add into a lookup each.
 */
export interface Sheet {
  readonly from: Instant;
  /** Opened at the beginning of the sheet, and at its end. */
  readonly before: Duration;
  readonly after: Duration;
  /** A pair for each span, where it begins and what had opened by then; two more pairs guard the end. */
  readonly spans: Float64Array;
  /** By day: the place in `spans` of the last span that begins no later than the day, else of the first. */
  readonly byDay: Uint16Array;
  /** By share of the open time of the sheet, of which there are `sharesPerOpened` to the millisecond: the first span that may reach it. */
  readonly byShare: Uint16Array;
  readonly sharesPerOpened: number;
}

/** Lays out the spans (from, to, from, to, …) of the sheet that begins at `from`, where `before` had opened. */
export function layOut(from: Instant, edges: readonly Instant[], before: Duration): Sheet {
  const spans = new Float64Array(edges.length + 4).fill(Number.POSITIVE_INFINITY);
  let opened = before;
  for (let at = 0; at < edges.length; at += 2) {
    spans[at] = edges[at]!;
    spans[at + 1] = opened;
    opened += edges[at + 1]! - edges[at]!;
  }
  spans[edges.length + 1] = opened;
  spans[edges.length + 3] = opened;
  const sharesPerOpened = opened > before ? (SHARES - 1) / (opened - before) : 0;
  return {
    from,
    before,
    after: opened,
    spans,
    byDay: indexByDay(from, spans),
    byShare: indexByShare(before, spans, edges.length, sharesPerOpened),
    sharesPerOpened,
  };
}

/** The place in `spans` of the last span that begins no later than an instant of the sheet, else of the first. */
export function placeOf(sheet: Sheet, t: Instant): number {
  const { spans } = sheet;
  let at = sheet.byDay[Math.floor((t - sheet.from) / DAY)]!;
  while (spans[at + 2]! <= t) at += 2;
  return at;
}

/** What had opened since the anchor by an instant of the sheet. */
export function openedBy(sheet: Sheet, t: Instant): Duration {
  const { spans } = sheet;
  const at = placeOf(sheet, t);
  return Math.min(spans[at + 1]! + Math.max(0, t - spans[at]!), spans[at + 3]!);
}

/** The first instant by which that much had opened; the sheet must open that far, `before < opened <= after`. */
export function firstBy(sheet: Sheet, opened: Duration): Instant {
  const { spans } = sheet;
  let at = sheet.byShare[((opened - sheet.before) * sheet.sharesPerOpened) | 0]!;
  while (spans[at + 3]! < opened) at += 2;
  return spans[at]! + (opened - spans[at + 1]!);
}

/** The last instant by which no more than that much had opened; the sheet must open further, `before <= opened < after`. */
export function lastBy(sheet: Sheet, opened: Duration): Instant {
  const { spans } = sheet;
  let at = sheet.byShare[((opened - sheet.before) * sheet.sharesPerOpened) | 0]!;
  while (spans[at + 3]! <= opened) at += 2;
  return spans[at]! + (opened - spans[at + 1]!);
}

function indexByDay(from: Instant, spans: Float64Array): Uint16Array {
  const index = new Uint16Array(DAYS);
  let at = 0;
  for (let day = 0; day < DAYS; day++) {
    while (spans[at + 2]! <= from + day * DAY) at += 2;
    index[day] = at;
  }
  return index;
}

function indexByShare(before: Duration, spans: Float64Array, length: number, sharesPerOpened: number): Uint16Array {
  const index = new Uint16Array(SHARES);
  let at = 0;
  for (let share = 0; share < SHARES; share++) {
    while (at + 2 < length && (((spans[at + 3]! - before) * sharesPerOpened) | 0) < share) at += 2;
    index[share] = at;
  }
  return index;
}
