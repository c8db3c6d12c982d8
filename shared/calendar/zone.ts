import { IANAZone } from 'luxon';
import { DAY, type Duration, type Instant, MINUTE, SECOND, type Span } from './instant.ts';

/** A stretch of instants over which a zone keeps one offset, `local = UTC + offset`. */
export interface Regime extends Span {
  readonly offset: Duration;
}

/** Shorter than any time two changes of the clocks have lain apart: Recife went on and off summer time within 7 days in October 2000. */
const STRIDE = 6 * DAY;

/** Regimes are found, and kept for every calendar of the zone, this much at a time. */
const STRETCH = 61 * STRIDE;

const GRID = 15 * MINUTE;

/** There are some six hundred zones, but case is free, and tickets may name theirs. */
const MOST_ZONES = 2000;

const stretches = new Map<string, Map<number, readonly Regime[]>>();

/** Whether the name is one of an IANA time zone this runtime knows. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** The regimes of `[from, to)` in order, cut at its ends; one may be told in several pieces. An unknown zone is a RangeError. */
export function regimesBetween(zone: string, from: Instant, to: Instant): Regime[] {
  const regimes: Regime[] = [];
  for (let number = Math.floor(from / STRETCH); number * STRETCH < to; number++) {
    for (const regime of stretch(zone, number)) {
      if (regime.to <= from || regime.from >= to) continue;
      regimes.push({ from: Math.max(from, regime.from), to: Math.min(to, regime.to), offset: regime.offset });
    }
  }
  return regimes;
}

/** What the clock on the wall shows at an instant, as milliseconds since 1970-01-01 00:00 on that wall. */
export function wallClock(zone: string, t: Instant): number {
  return t + stretch(zone, Math.floor(t / STRETCH)).find(regime => t < regime.to)!.offset;
}

/** The first instant at which the clock on the wall shows the given time or a later one, for one that is skipped. */
export function instantAt(zone: string, wall: number): Instant {
  for (const { from, to, offset } of regimesBetween(zone, wall - DAY, wall + 3 * DAY)) {
    if (wall - offset < to) return Math.max(from, wall - offset);
  }
  throw new RangeError(`${zone} never shows ${wall}`);
}

function stretch(zone: string, number: number): readonly Regime[] {
  let known = stretches.get(zone);
  if (!known) {
    if (!isZone(zone))
      throw new RangeError(`"${zone}" is not an IANA time zone; expected a name such as Europe/Berlin`);
    if (stretches.size >= MOST_ZONES) stretches.clear();
    known = new Map();
    stretches.set(zone, known);
  }
  let regimes = known.get(number);
  if (!regimes) {
    regimes = findRegimes(IANAZone.create(zone), number * STRETCH, (number + 1) * STRETCH);
    known.set(number, regimes);
  }
  return regimes;
}

function findRegimes(zone: IANAZone, from: Instant, to: Instant): Regime[] {
  const regimes: Regime[] = [];
  let begin = from;
  let offset = offsetAt(zone, from);
  for (let probe = from + STRIDE; probe <= to; probe += STRIDE) {
    const next = offsetAt(zone, probe);
    if (next === offset) continue;
    const change = findChange(zone, probe - STRIDE, probe, offset);
    regimes.push({ from: begin, to: change, offset });
    begin = change;
    offset = next;
  }
  if (begin < to) regimes.push({ from: begin, to, offset });
  return regimes;
}

/** Clocks change on the quarter hour of UTC, so that is tried first; Liberia's last change alone is found to the second. */
function findChange(zone: IANAZone, before: Instant, after: Instant, offset: Duration): Instant {
  const change = bisect(zone, before, after, offset, GRID);
  const unchanged = offsetAt(zone, change - SECOND) === offset;
  return unchanged ? change : bisect(zone, change - GRID, change, offset, SECOND);
}

function bisect(zone: IANAZone, before: Instant, after: Instant, offset: Duration, step: Duration): Instant {
  let low = before / step;
  let high = after / step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * step) === offset) low = middle;
    else high = middle;
  }
  return high * step;
}

/** Luxon counts in minutes and fractions of one; every offset is a whole number of seconds. */
function offsetAt(zone: IANAZone, t: Instant): Duration {
  return Math.round(zone.offset(t) * 60) * SECOND;
}
