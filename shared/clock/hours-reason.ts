import { requirementText } from '../policy/condition.ts';
import { definitionOf, type PolicyCalendar } from '../policy/policy-calendar.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import { type Clock, isOpen } from './clock.ts';

/** Why a clock runs on the hours it runs on; undefined where its calendar is the same for everybody. */
export function reasonForHours(calendar: PolicyCalendar, clock: Clock, attributes: Attributes): string | undefined {
  const { variants = [], zoneFrom } = calendar;
  const { variant, zone } = clock.hours ?? {};
  const met = variant === undefined ? undefined : variants[variant];
  const reasons = met && Object.entries(met.when).map(([name, required]) => requirementText(name, required));
  const own = zone === undefined ? undefined : `${met?.zoneFrom ?? zoneFrom} is ${zone}`;
  if (reasons !== undefined || own !== undefined) return [...(reasons ?? []), ...(own ? [own] : [])].join(', ');
  if (variants.length === 0 && zoneFrom === undefined) return undefined;
  const names = [...new Set([...variants.flatMap(({ when }) => Object.keys(when)), ...(zoneFrom ? [zoneFrom] : [])])];
  return `fell back to ${definitionOf(calendar).zone} because ${isOpen(clock) ? lackOf(names, attributes) : 'nothing told it otherwise'}`;
}

function lackOf(names: readonly string[], attributes: Attributes): string {
  const known = names.filter(name => attributes[name] !== undefined);
  if (known.length === 0) return `no ${names.join(' or ')} is known`;
  return `it has no hours for ${known.map(name => `${name} ${attributes[name]}`).join(', ')}`;
}
