import type { Given } from '../command.ts';
import { UsageError } from '../complaint.ts';
import { nameAndValue } from '../name-value.ts';

/** The options that say what a silence matches. */
export const MATCHER_OPTIONS = {
  for: {
    type: 'string',
    value: 'NAME=VALUE',
    multiple: true,
    about: 'An attribute of the ticket, such as severity=A.',
  },
  tenant: { type: 'string', value: 'NAME', about: 'The tenant.' },
  source: { type: 'string', value: 'NAME', about: 'The help desk.' },
  ticket: { type: 'string', value: 'ID', about: 'One ticket.' },
  policy: { type: 'string', value: 'NAME', about: 'The policy its tickets run under.' },
  metric: { type: 'string', value: 'NAME', about: 'What is timed, such as resolution.' },
  channel: { type: 'string', value: 'NAME', about: 'email or page.' },
  recipient: { type: 'string', value: 'NAME', about: 'Who would be told, by the name policies give them.' },
} as const;

/** The matcher that the options tell, as silences are written; a UsageError for an attribute without a value. */
export function matcherOf(given: Given<typeof MATCHER_OPTIONS>): Readonly<Record<string, unknown>> {
  const named = Object.keys(MATCHER_OPTIONS) as (keyof typeof MATCHER_OPTIONS)[];
  const matcher: Record<string, unknown> = {};
  for (const name of named) if (name !== 'for' && given[name] !== undefined) matcher[name] = given[name];
  return given.for === undefined ? matcher : { for: conditionOf(given.for), ...matcher };
}

function conditionOf(pairs: readonly string[]): Record<string, readonly string[]> {
  const condition = new Map<string, string[]>();
  for (const typed of pairs) {
    const pair = nameAndValue(typed);
    if (pair === undefined) throw new UsageError(`--for: found "${typed}", expected NAME=VALUE such as severity=A`);
    const [name, value] = pair;
    condition.set(name, [...(condition.get(name) ?? []), value]);
  }
  return Object.fromEntries(condition);
}
