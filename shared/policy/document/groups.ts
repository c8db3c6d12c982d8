import * as z from 'zod';
import { type Finding, type Path, quoted } from './fault.ts';
import { at, fieldsOf, namesOf } from './fields.ts';
import { suggestion } from './nearest.ts';
import { name, oneOrMore, value } from './text-shapes.ts';

/** Values of an attribute that are named together, such as the plans of one family. */
export const groupsShape = z.record(name, oneOrMore(value, 'a value or a list of values'));

const holder = z.object({ groups: groupsShape });

/** The places that hold conditions, from the top; `*` is every member of a list or group. */
const PLACES: readonly (readonly string[])[] = [
  ['match'],
  ['targets', '*', 'when'],
  ['severity', 'derive', '*', 'when'],
  ['severity', 'cap', '*', 'when'],
  ['calendars', '*', 'variants', '*', 'when'],
  ['contacts', '*', 'when'],
  ['recipients', '*', 'routes', '*', 'when'],
  ['inhibit', '*', 'when'],
];

/** The raw document with every `group x` in its conditions replaced by the values of that group; unknown groups go to `findings`. */
export function withGroups(raw: unknown, findings: Finding[]): unknown {
  const groups = fieldsOf(holder, raw).groups;
  const valuesOf = (text: unknown, path: Path): readonly unknown[] => {
    const called = typeof text === 'string' ? /^group (.+)$/.exec(text.trim())?.[1] : undefined;
    if (called === undefined) return [text];
    if (groups && Object.hasOwn(groups, called)) return groups[called]!;
    const known = namesOf(at(raw, 'groups'));
    const expected =
      known.length === 0 ? 'a group, of which there is none' : `a group of this policy: ${known.join(', ')}`;
    if (!known.includes(called))
      findings.push({
        path,
        found: quoted(called),
        expected,
        message: `there is no group ${quoted(called)}${suggestion(called, known)}`,
      });
    return [called];
  };
  const expanded = (required: unknown, path: Path): unknown => {
    if (Array.isArray(required)) return required.flatMap((text, index) => valuesOf(text, [...path, index]));
    if (typeof required === 'string') return required.startsWith('group ') ? valuesOf(required, path) : required;
    return at(required, 'not') === undefined
      ? required
      : { ...(required as object), not: expanded(at(required, 'not'), [...path, 'not']) };
  };
  return PLACES.reduce((whole, place) => changed(whole, place, [], (when, path) => members(when, path, expanded)), raw);
}

type Change = (value: unknown, path: Path) => unknown;

function changed(value: unknown, [step, ...rest]: readonly string[], path: Path, change: Change): unknown {
  if (step === undefined) return change(value, path);
  if (step === '*') return members(value, path, (member, place) => changed(member, rest, place, change));
  const inner = at(value, step);
  return inner === undefined ? value : { ...(value as object), [step]: changed(inner, rest, [...path, step], change) };
}

function members(value: unknown, path: Path, change: Change): unknown {
  if (Array.isArray(value)) return value.map((member, index) => change(member, [...path, index]));
  if (namesOf(value).length === 0) return value;
  return Object.fromEntries(namesOf(value).map(key => [key, change(at(value, key), [...path, key])]));
}
