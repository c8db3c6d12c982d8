import type { Attribute, Attributes } from '../ticket/ticket-event.ts';

/** What one attribute must be: one of some values, none of some values (as one that is absent is), or known or absent at all. */
export type Requirement = readonly string[] | { readonly not: readonly string[] } | { readonly known: boolean };

/** What a ticket's attributes must be, each by its name; values are compared as text. */
export type Condition = Readonly<Record<string, Requirement>>;

/** Whether the attributes meet the condition; the empty condition is met by every ticket. */
export function meets(attributes: Attributes, condition: Condition): boolean {
  for (const name in condition) if (!fulfils(attributes[name], condition[name]!)) return false;
  return true;
}

function fulfils(value: Attribute | undefined, required: Requirement): boolean {
  if (isList(required)) return value !== undefined && required.includes(String(value));
  if ('known' in required) return required.known === (value !== undefined);
  return value === undefined || !required.not.includes(String(value));
}

/** Whether some ticket could meet both conditions. */
export function overlap(a: Condition, b: Condition): boolean {
  return Object.keys(a).every(name => !Object.hasOwn(b, name) || compatible(a[name]!, b[name]!));
}

/** Whether some value, or the lack of one, is what both require. */
export function compatible(a: Requirement, b: Requirement): boolean {
  if (isList(a)) return a.some(value => fulfils(value, b));
  if (isList(b)) return compatible(b, a);
  return !('known' in a && 'known' in b) || a.known === b.known;
}

/** Whether every ticket that meets the narrow condition meets the wide one. */
export const covers = (wide: Condition, narrow: Condition): boolean =>
  Object.keys(wide).every(name => Object.hasOwn(narrow, name) && implies(narrow[name]!, wide[name]!));

/** Whether everything that fulfils the one requirement fulfils the other. */
function implies(a: Requirement, b: Requirement): boolean {
  if (isList(a)) return a.every(value => fulfils(value, b));
  if ('not' in a) return 'not' in b && b.not.every(value => a.not.includes(value));
  return a.known ? 'known' in b && b.known : fulfils(undefined, b);
}

/** The values a requirement names, whether it asks for them or rules them out. */
export function namedIn(required: Requirement): readonly string[] {
  if (isList(required)) return required;
  return 'not' in required ? required.not : [];
}

/** How many attributes a condition looks at: the more, the more it is about this ticket. */
export const specificity = (condition: Condition): number => Object.keys(condition).length;

/** What is required of an attribute, for people. */
export function requirementText(name: string, required: Requirement): string {
  if (isList(required)) return `${name} is ${required.join(' or ')}`;
  if ('known' in required) return `${name} is ${required.known ? 'known' : 'not known'}`;
  return `${name} is not ${required.not.join(' or ')}`;
}

const isList = (required: Requirement): required is readonly string[] => Array.isArray(required);
