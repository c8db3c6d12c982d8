import type * as z from 'zod';
import { described, type Finding, type Path, quoted } from './fault.ts';
import { suggestion } from './nearest.ts';

type Issue = z.core.$ZodIssue;

/** Every way in which a value is not of the shape; in the shapes of this room an error text says what was expected. */
export function shapeFindings(shape: z.ZodType, value: unknown): Finding[] {
  const { error } = shape.safeParse(value, { error: expectation });
  return error === undefined ? [] : error.issues.flatMap(issue => findingsOf(issue, [], value));
}

/** What was expected, for issues whose shape does not say so itself. */
function expectation(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return EXPECTED_TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.join(', ');
    case 'unrecognized_keys':
      return knownKeys(issue.inst).join(', ');
    case 'too_small':
      return issue.origin === 'array' ? 'a list that is not empty' : `at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `a list of at most ${issue.maximum}` : `at most ${issue.maximum}`;
    default:
      return 'something else';
  }
}

const EXPECTED_TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a group of settings',
  record: 'a group of settings by name',
};

function knownKeys(inst: unknown): readonly string[] {
  const { def } = (inst as z.ZodType)._zod as { def: { shape?: object; keyType?: z.ZodType } };
  if (def.shape) return Object.keys(def.shape);
  return [...(def.keyType?._zod.values ?? [])].map(String);
}

function findingsOf(issue: Issue, above: Path, whole: unknown): Finding[] {
  const path = [...above, ...(issue.path as Path)];
  const value = valueAt(whole, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: [...path, key],
        at: 'key',
        found: quoted(key),
        expected: issue.message,
        message: `${quoted(key)} means nothing here, where ${issue.message} can stand${suggestion(key, issue.message.split(', '))}`,
      }));
    case 'invalid_key':
      return [
        { path, at: 'key', found: quoted(String(path.at(-1))), expected: issue.issues[0]?.message ?? 'another name' },
      ];
    case 'invalid_union': {
      const branch = likeliest(issue.errors);
      return branch?.flatMap(inner => findingsOf(inner, path, whole)) ?? [wrong(path, value, issue.message)];
    }
    case 'invalid_value': {
      const hint = suggestion(String(value), issue.values.map(String));
      const expected = issue.values.length > 1 ? `one of ${issue.message}` : issue.message;
      return [{ ...wrong(path, value, expected), message: `expected ${expected}, found ${described(value)}${hint}` }];
    }
    case 'custom':
      return [{ ...wrong(path, value, issue.message), ...issue.params }];
    default:
      return [wrong(path, value, issue.message)];
  }
}

const wrong = (path: Path, value: unknown, expected: string): Finding => ({ path, found: described(value), expected });

/** Of the alternatives the one that was meant: of the right kind at the top, with the fewest issues; undefined when there is none. */
function likeliest(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const meant = errors.filter(issues => !issues.some(isOfAnotherKind));
  const weight = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return meant.toSorted((a, b) => weight(a) - weight(b))[0];
}

function isOfAnotherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every(issues => issues.some(isOfAnotherKind));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

const valueAt = (whole: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step], whole);
