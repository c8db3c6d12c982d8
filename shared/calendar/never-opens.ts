import { nextOpenDate } from './date-spans.ts';
import type { CalendarDefinition } from './definition.ts';
import { windowsOn } from './open-spans.ts';

/** Why a calendar never opens in the years 1970-2100, in the domain's words; undefined when it does. */
export function neverOpens(definition: CalendarDefinition): string | undefined {
  if (nextOpenDate({ definition, windowsOn: windowsOn(definition) }, -1) !== undefined) return undefined;
  const exceptions = Object.values(definition.exceptions);
  if ([...definition.week, ...exceptions].every(windows => windows.length === 0)) {
    return 'it has no window on any weekday or exceptional day';
  }
  return 'all its windows fall on holidays, outside the years 1970-2100, or on local times that the clocks skip';
}
