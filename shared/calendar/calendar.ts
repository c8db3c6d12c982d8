import type { CalendarDefinition } from './definition.ts';
import { type Duration, EARLIEST, type Instant, LATEST, type Span } from './instant.ts';
import { openSpans, type WindowsOn, windowsOn } from './open-spans.ts';
import { firstBy, lastBy, layOut, openedBy, placeOf, SHEET, type Sheet } from './sheet.ts';
import { regimesBetween } from './zone.ts';

const LAST_SHEET = Math.floor((LATEST - 1) / SHEET);

/** Makes a calendar of its definition; its spans are worked out a year at a time, when first asked about. */
export function compileCalendar(definition: CalendarDefinition): Calendar {
  return new Calendar(definition);
}

/**
 * The hours that count: an instant is open when its local wall-clock time lies in a window of its local date. Exact to the
 * millisecond from EARLIEST to LATEST (the years 1970-2100); an instant outside, asked about or asked for, is a RangeError.
 */
export class Calendar {
  readonly definition: CalendarDefinition;
  readonly windowsOn: WindowsOn;

  /** Compiled without a gap from `lowest` to `highest`, so that what has opened is one running sum. */
  private readonly sheets: (Sheet | undefined)[] = Array.from({ length: LAST_SHEET + 1 });
  private lowest = 0;
  private highest = -1;

  constructor(definition: CalendarDefinition) {
    this.definition = definition;
    this.windowsOn = windowsOn(definition);
  }

  /** Whether the instant lies in an open span. */
  isOpen(t: Instant): boolean {
    return nextOpeningWithin(this.sheetAt(t), t) === t;
  }

  /** How much of `[from, to)` is open; negative when `to` comes before `from`. */
  elapsed(from: Instant, to: Instant): Duration {
    return openedBy(this.sheetAt(to), to) - openedBy(this.sheetAt(from), from);
  }

  /** The earliest instant at or after `from` with `d` elapsed; for a negative `d` the latest at or before it; `from` itself for 0. */
  add(from: Instant, d: Duration): Instant {
    if (d === 0) return from;
    let sheet = this.sheetAt(from);
    const opened = openedBy(sheet, from) + d;
    if (d < 0) {
      while (opened < sheet.before) sheet = this.sheet(Math.floor(sheet.from / SHEET) - 1);
      return lastBy(sheet, opened);
    }
    while (!(opened <= sheet.after)) sheet = this.sheet(Math.floor(sheet.from / SHEET) + 1);
    return firstBy(sheet, opened);
  }

  /** The instant itself when it is open, else the next one that is. */
  nextOpening(t: Instant): Instant {
    let sheet = this.sheetAt(t);
    let opening = nextOpeningWithin(sheet, t);
    while (opening === Number.POSITIVE_INFINITY) {
      sheet = this.sheet(Math.floor(sheet.from / SHEET) + 1);
      opening = sheet.spans[0]!;
    }
    return opening;
  }

  /** The open spans of `[from, to)` in order, cut at its ends. */
  *spans(from: Instant, to: Instant): Generator<Span> {
    for (let t = from; t < to && this.elapsed(t, to) > 0; ) {
      const opening = this.nextOpening(t);
      t = Math.min(to, this.closing(opening));
      yield { from: opening, to: t };
    }
  }

  /** When the span that an open instant lies in comes to its end. */
  private closing(t: Instant): Instant {
    const sheet = this.sheetAt(t);
    const { spans } = sheet;
    const at = placeOf(sheet, t);
    const closing = spans[at]! + (spans[at + 3]! - spans[at + 1]!);
    return closing < LATEST && closing === sheet.from + SHEET && this.isOpen(closing) ? this.closing(closing) : closing;
  }

  private sheetAt(t: Instant): Sheet {
    if (!(t >= EARLIEST && t <= LATEST)) throw new RangeError(`${t} lies outside the years 1970-2100 of a calendar`);
    return this.sheets[Math.floor(t / SHEET)] ?? this.sheet(Math.floor(t / SHEET));
  }

  private sheet(number: number): Sheet {
    if (number < 0 || number > LAST_SHEET)
      throw new RangeError('the calendar does not open that much in the years 1970-2100');
    if (this.lowest > this.highest) {
      this.sheets[number] = layOut(number * SHEET, this.edges(number), 0);
      this.lowest = number;
      this.highest = number;
    }
    while (this.highest < number) {
      const before = this.sheets[this.highest++]!.after;
      this.sheets[this.highest] = layOut(this.highest * SHEET, this.edges(this.highest), before);
    }
    while (this.lowest > number) {
      const after = this.sheets[this.lowest--]!.before;
      const edges = this.edges(this.lowest);
      this.sheets[this.lowest] = layOut(this.lowest * SHEET, edges, after - length(edges));
    }
    return this.sheets[number]!;
  }

  private edges(number: number): Instant[] {
    const from = number * SHEET;
    return openSpans(this.windowsOn, regimesBetween(this.definition.zone, from, Math.min(from + SHEET, LATEST)));
  }
}

function length(edges: readonly Instant[]): Duration {
  let sum = 0;
  for (let at = 0; at < edges.length; at += 2) sum += edges[at + 1]! - edges[at]!;
  return sum;
}

/** Within one sheet; Infinity when it does not open again before its end. */
function nextOpeningWithin(sheet: Sheet, t: Instant): Instant {
  const { spans } = sheet;
  const at = placeOf(sheet, t);
  const opening = spans[at]!;
  if (t < opening) return opening;
  return t < opening + (spans[at + 3]! - spans[at + 1]!) ? t : spans[at + 2]!;
}
