import { DAY, type Duration, HOUR, type Instant, MINUTE, SECOND, type Span } from './instant.ts';

/** A stretch of instants over which a zone keeps one offset, `local = UTC + offset`. */
export interface Regime extends Span {
  readonly offset: Duration;
}

/** Shorter than any time two changes of the clocks have lain apart: Recife went on and off summer time within 7 days in October 2000. */
const STRIDE = 6 * DAY;

/** Regimes are found, and kept for every calendar of the zone, this much at a time. */
const STRETCH = 61 * STRIDE;

const GRID = 15 * MINUTE;

type OffsetAt = (t: Instant) => Duration;

/** There are some six hundred zones, but case is free, and tickets may name theirs. */
const MOST_ZONES = 2000;

const stretches = new Map<string, Map<number, readonly Regime[]>>();

/** Whether the name is one of an IANA time zone this runtime knows. */
export function isZone(name: string): boolean {
  try {
    offsets(name);
    return true;
  } catch {
    return false;
  }
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
    regimes = findRegimes(offsets(zone), number * STRETCH, (number + 1) * STRETCH);
    known.set(number, regimes);
  }
  return regimes;
}

function findRegimes(offsetAt: OffsetAt, from: Instant, to: Instant): Regime[] {
  const regimes: Regime[] = [];
  let begin = from;
  let offset = offsetAt(from);
  for (let probe = from + STRIDE; probe <= to; probe += STRIDE) {
    const next = offsetAt(probe);
    if (next === offset) continue;
    const change = findChange(offsetAt, probe - STRIDE, probe, offset);
    regimes.push({ from: begin, to: change, offset });
    begin = change;
    offset = next;
  }
  if (begin < to) regimes.push({ from: begin, to, offset });
  return regimes;
}

/** Clocks change on the quarter hour of UTC, so that is tried first; Liberia's last change alone is found to the second. */
function findChange(offsetAt: OffsetAt, before: Instant, after: Instant, offset: Duration): Instant {
  const change = bisect(offsetAt, before, after, offset, GRID);
  const unchanged = offsetAt(change - SECOND) === offset;
  return unchanged ? change : bisect(offsetAt, change - GRID, change, offset, SECOND);
}

function bisect(offsetAt: OffsetAt, before: Instant, after: Instant, offset: Duration, step: Duration): Instant {
  let low = before / step;
  let high = after / step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * step) === offset) low = middle;
    else high = middle;
  }
  return high * step;
}

const WRITTEN = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/**
 * What a zone's clocks are ahead of UTC, as the runtime writes it: "GMT+01:00", "GMT-00:44:30", or "GMT" alone (ECMA-402, timeZoneName
 * "longOffset"), which is the least that it can be asked to format. An unknown zone is a RangeError.
 */
function offsets(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return t => {
    const [, sign, hours, minutes, seconds = 0] = WRITTEN.exec(format.format(t))!;
    if (sign === undefined) return 0;
    const ahead = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
    return sign === '-' ? -ahead : ahead;
  };
}
