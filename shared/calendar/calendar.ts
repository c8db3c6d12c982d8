import type { CalendarDefinition } from './definition.ts';
import { type Duration, EARLIEST, type Instant, LATEST, type Span } from './instant.ts';
import { openSpans, type WindowsOn, windowsOn } from './open-spans.ts';
import { closingAfter, edgesOf, firstBy, lastBy, layOut, openedBy, openingFrom, type SpanTable } from './span-table.ts';
import { regimesBetween } from './zone.ts';

/** Makes a calendar of its definition; its spans are worked out year by year, when first asked about. */
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

  /** Of whole years without a gap, so that one running sum reaches over all of them. */
  private table: SpanTable;

  constructor(definition: CalendarDefinition) {
    this.definition = definition;
    this.windowsOn = windowsOn(definition);
    this.table = layOut(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, []);
  }

  /** Whether the instant lies in an open span. */
  isOpen(t: Instant): boolean {
    return openingFrom(this.covering(t), t) === t;
  }

  /** How much of `[from, to)` is open; negative when `to` comes before `from`. */
  elapsed(from: Instant, to: Instant): Duration {
    this.covering(from);
    const table = this.covering(to);
    return openedBy(table, to) - openedBy(table, from);
  }

  /** The earliest instant at or after `from` with `d` elapsed; for a negative `d` the latest at or before it; `from` itself for 0. */
  add(from: Instant, d: Duration): Instant {
    if (d === 0) return from;
    let table = this.covering(from);
    let opened = openedBy(table, from) + d;
    while (!(opened >= 0 && opened <= table.opened)) {
      table = this.extended(d);
      opened = openedBy(table, from) + d;
    }
    return d < 0 ? lastBy(table, opened) : firstBy(table, opened);
  }

  /** The instant itself when it is open, else the next one that is. */
  nextOpening(t: Instant): Instant {
    let opening = openingFrom(this.covering(t), t);
    while (opening === Number.POSITIVE_INFINITY) opening = openingFrom(this.extended(1), t);
    return opening;
  }

  /** The open spans of `[from, to)` in order, cut at its ends. */
  *spans(from: Instant, to: Instant): Generator<Span> {
    this.covering(from);
    const table = this.covering(to);
    for (let t = openingFrom(table, from); t < to; t = openingFrom(table, t)) {
      const span = { from: t, to: Math.min(to, closingAfter(table, t)) };
      yield span;
      t = span.to;
    }
  }

  private covering(t: Instant): SpanTable {
    return t >= this.table.from && t < this.table.to ? this.table : this.extendedTo(t);
  }

  private extended(direction: number): SpanTable {
    const t = direction < 0 ? this.table.from - 1 : this.table.to;
    if (t >= EARLIEST && t < LATEST) return this.extendedTo(t);
    throw new RangeError('the calendar does not open that much in the years 1970-2100');
  }

  private extendedTo(t: Instant): SpanTable {
    if (!(t >= EARLIEST && t <= LATEST)) throw new RangeError(`${t} lies outside the years 1970-2100 of a calendar`);
    if (t === LATEST && this.table.to === LATEST) return this.table;
    const year = new Date(Math.min(t, LATEST - 1)).getUTCFullYear();
    const from = Math.min(this.table.from, Date.UTC(year, 0));
    const to = Math.max(this.table.to, Date.UTC(year + 1, 0));
    const known = this.table.from < this.table.to ? this.table : layOut(from, from, []);
    const edges = joined(joined(this.edges(from, known.from), edgesOf(known)), this.edges(known.to, to));
    this.table = layOut(from, to, edges);
    return this.table;
  }

  private edges(from: Instant, to: Instant): Instant[] {
    return openSpans(this.windowsOn, regimesBetween(this.definition.zone, from, to));
  }
}

function joined(before: Instant[], after: Instant[]): Instant[] {
  const touch = before.length > 0 && before.at(-1) === after[0];
  return touch ? [...before.slice(0, -1), ...after.slice(1)] : [...before, ...after];
}
