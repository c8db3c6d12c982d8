import type * as z from 'zod/mini';
import { EVENT_TYPES } from './cloud-event.ts';

/** One thing wrong with what was sent: where, as a JSON pointer (RFC 6901), and what was found and expected there. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** A fault as the schema reports it. */
export type Issue = z.core.$ZodIssue;

/** The fault an issue is, in the sender's words rather than the schema's. */
export function faultOf(issue: Issue, value: unknown): Fault {
  let found = value;
  for (const step of issue.path) found = (found as Record<PropertyKey, unknown> | null | undefined)?.[step];
  if (issue.code === 'unrecognized_keys')
    return { pointer: pointerOf(issue.path), detail: `found unknown ${issue.keys.map(show).join(', ')}` };
  if (issue.code === 'invalid_key') found = issue.path.at(-1);
  return { pointer: pointerOf(issue.path), detail: `found ${show(found)}, expected ${expectedBy(issue)}` };
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return WORDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(show).join(', ')}`;
    case 'invalid_union':
      return issue.path[0] === 'type' ? `one of ${EVENT_TYPES.map(show).join(', ')}` : 'text, a number, true or false';
    case 'invalid_format':
      return issue.format === 'datetime' ? 'a time such as 2026-01-05T09:00:00Z' : 'a JSON content type';
    case 'invalid_key':
      return `a name: ${issue.issues.map(expectedBy).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum} characters`;
    case 'too_big':
      return `at most ${issue.maximum} characters`;
    default:
      return issue.message;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
};

/** Where something is in a JSON value, as RFC 6901 writes it. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function show(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (Array.isArray(found)) return 'an array';
  if (typeof found === 'object' && found !== null) return 'an object';
  const text = JSON.stringify(found);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
