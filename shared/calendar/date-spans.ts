import type { CalendarDefinition } from './definition.ts';
import { DAY, LATEST, type Span } from './instant.ts';
import type { EpochDay } from './local-date.ts';
import { openSpans, type WindowsOn } from './open-spans.ts';
import { regimesBetween } from './zone.ts';

/** What it takes to open dates one by one; a compiled calendar has it. */
export interface Dates {
  readonly definition: CalendarDefinition;
  readonly windowsOn: WindowsOn;
}

/** The open spans of the windows that begin on a local date, in order; none when it is closed or skipped. */
export function dateSpans({ definition, windowsOn }: Dates, date: EpochDay): Span[] {
  const windows = windowsOn(date);
  if (windows.length === 0) return [];
  const regimes = regimesBetween(definition.zone, (date - 1) * DAY, (date + 3) * DAY);
  const edges = openSpans(day => (day === date ? windows : []), regimes);
  return Array.from({ length: edges.length / 2 }, (_, n) => ({ from: edges[2 * n]!, to: edges[2 * n + 1]! }));
}

/** The first open local date after another; undefined when there is none up to the year 2100. */
export function nextOpenDate(dates: Dates, after: EpochDay): EpochDay | undefined {
  for (let date = after + 1; date * DAY < LATEST; date++) {
    if (dateSpans(dates, date).length > 0) return date;
  }
  return undefined;
}
