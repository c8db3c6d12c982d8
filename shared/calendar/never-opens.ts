import type { CalendarDefinition } from './definition.ts';

/** Why a calendar never opens within the years 1970-2100, in the domain's words; undefined when it does. */
export function neverOpens(_definition: CalendarDefinition): string | undefined {
  throw new Error('not built yet');
}
