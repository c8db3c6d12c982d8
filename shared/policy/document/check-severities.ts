import { type Finding, type Path, quoted } from './fault.ts';
import { at, fieldsOf, partsOf } from './fields.ts';
import { suggestion } from './nearest.ts';
import { severityRuleShape, severityShape } from './severity-shape.ts';

/** The finding that a severity is none of the policy's. */
export function notASeverity(path: Path, severity: string, set: readonly string[]): Finding {
  const expected = `a severity of this policy: ${set.join(', ')}`;
  const message = `${quoted(severity)} is not a severity of this policy, which has ${set.join(', ')}${suggestion(severity, set)}`;
  return { path, found: quoted(severity), expected, message };
}

/** Those of the severities named at a place, one or a list of them, that are none of the policy's. */
export function* checkNamed(
  path: Path,
  raw: unknown,
  named: readonly string[] | undefined,
  set: readonly string[] | undefined,
): Generator<Finding> {
  for (const [index, severity] of (named ?? []).entries())
    if (set && !set.includes(severity)) yield notASeverity(Array.isArray(raw) ? [...path, index] : path, severity, set);
}

/** A severity told twice, and severities outside the set in the default and in the rules. */
export function* checkSeverities(raw: unknown, set: readonly string[]): Generator<Finding> {
  for (const [index, severity] of set.entries())
    if (set.indexOf(severity) < index)
      yield { path: ['severities', index], found: quoted(severity), expected: 'every severity once' };
  const rules = at(raw, 'severity');
  const fallback = fieldsOf(severityShape, rules).default;
  if (fallback !== undefined && !set.includes(fallback)) yield notASeverity(['severity', 'default'], fallback, set);
  for (const kind of ['derive', 'cap']) {
    for (const { path, fields } of partsOf(severityRuleShape, at(rules, kind), ['severity', kind]))
      if (fields.severity !== undefined && !set.includes(fields.severity))
        yield notASeverity([...path, 'severity'], fields.severity, set);
  }
}
