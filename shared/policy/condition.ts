import type { Attributes } from '../ticket/ticket-event.ts';

/** What a ticket's attributes must be: every named attribute has one of the listed values, compared as text. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** Whether the attributes meet the condition; the empty condition is met by every ticket. */
export function meets(attributes: Attributes, condition: Condition): boolean {
  for (const name in condition) {
    const value = attributes[name];
    if (value === undefined || !condition[name]!.includes(String(value))) return false;
  }
  return true;
}

/** Whether some ticket could meet both conditions. */
export function overlap(a: Condition, b: Condition): boolean {
  return Object.keys(a).every(name => b[name] === undefined || a[name]!.some(value => b[name]!.includes(value)));
}

/** How many attributes a condition looks at: the more, the more it is about this ticket. */
export const specificity = (condition: Condition): number => Object.keys(condition).length;
