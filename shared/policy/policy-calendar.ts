import type { CalendarDefinition } from '../calendar/definition.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import { type Condition, meets } from './condition.ts';

/** Hours that may be kept in the customer's own zone: `zoneFrom` names the ticket attribute that holds it, `zone` is for all others. */
export interface LocalHours extends CalendarDefinition {
  readonly zoneFrom?: string;
}

/** The hours of some customers, such as those of one country. */
export interface CalendarVariant extends LocalHours {
  readonly when: Condition;
}

/** A calendar as a policy has it: the first variant a ticket meets holds, and its own hours for all others. */
export interface PolicyCalendar extends LocalHours {
  readonly variants?: readonly CalendarVariant[];
}

/** Which hours of a policy calendar a ticket got: those of a variant, by its place, and a zone of the customer's own. */
export interface Hours {
  readonly variant?: number;
  readonly zone?: string;
}

/** The hours a ticket gets; undefined for those that hold for everybody else. A zone that `isZone` does not know is passed over. */
export function hoursFor(
  calendar: PolicyCalendar,
  attributes: Attributes,
  isZone: (name: string) => boolean,
): Hours | undefined {
  const found = calendar.variants?.findIndex(({ when }) => meets(attributes, when)) ?? -1;
  const { zoneFrom, zone: usual } = calendar.variants?.[found] ?? calendar;
  const own = zoneFrom === undefined ? undefined : attributes[zoneFrom];
  const zone = typeof own === 'string' && own !== usual && isZone(own) ? own : undefined;
  if (found === -1 && zone === undefined) return undefined;
  return { ...(found === -1 ? {} : { variant: found }), ...(zone === undefined ? {} : { zone }) };
}

/** The definition behind hours a ticket got; the calendar's own where they are of a variant it does not have. */
export function definitionOf(calendar: PolicyCalendar, { variant = -1, zone }: Hours = {}): CalendarDefinition {
  const hours = calendar.variants?.[variant] ?? calendar;
  return zone === undefined ? hours : { ...hours, zone };
}

/** Whether two tickets, or one ticket twice, got the same hours of a calendar. */
export const sameHours = (a: Hours | undefined, b: Hours | undefined): boolean =>
  a === b || (a?.variant === b?.variant && a?.zone === b?.zone);
