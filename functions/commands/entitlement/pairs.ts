import { type EntitlementField, misspeltMetric } from '../../../shared/policy/document/entitlement-fields.ts';
import { nameAndValue } from '../name-value.ts';

/** A field of an entitlement, and the words of the command line that told it. */
export interface TypedField extends EntitlementField {
  readonly typed: string;
}

/** Reads `NAME=VALUE`; or says what is wrong with it. */
export function pairOf(typed: string): TypedField | { readonly mistake: string } {
  const pair = nameAndValue(typed);
  if (pair === undefined) return { mistake: `${typed}: expected NAME=VALUE such as plan=gold` };
  const [name, text] = pair;
  const metric = misspeltMetric(name);
  if (metric !== undefined)
    return { mistake: `${typed}: expected "${metric}", or the name of an attribute, found "${name}"` };
  return { name, text, typed };
}

/** What is wrong with fields of which several have one name. */
export const repeated = (fields: readonly TypedField[]): readonly string[] =>
  fields
    .filter(({ name }, index) => fields.findIndex(field => field.name === name) < index)
    .map(({ name, typed }) => `${typed}: found "${name}" again, expected it once`);
