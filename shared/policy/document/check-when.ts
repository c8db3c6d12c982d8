import { type Condition, compatible, namedIn, requirementText } from '../condition.ts';
import { notASeverity } from './check-severities.ts';
import type { Finding, Path } from './fault.ts';

/** The tickets a policy is for, and the severities it knows, where those are sound. */
export interface Scope {
  readonly match: Condition;
  readonly severities: readonly string[] | undefined;
}

/**
 * What no ticket of the policy meets in the condition of one of its rows or routes. The policy matches the severity that is asked
 * for, and these the one that counts.
 */
export function* checkWhen(
  what: 'row' | 'route',
  path: Path,
  when: Condition,
  { match, severities }: Scope,
): Generator<Finding> {
  for (const [name, required] of Object.entries(when)) {
    if (name === 'severity') {
      for (const severity of namedIn(required))
        if (severities && !severities.includes(severity)) yield notASeverity([...path, name], severity, severities);
      continue;
    }
    const matched = Object.hasOwn(match, name) ? match[name] : undefined;
    if (matched === undefined || compatible(required, matched)) continue;
    const expected = requirementText(name, matched);
    const message = `no ticket reaches this ${what}: the policy is only for tickets whose ${expected}`;
    yield { path: [...path, name], found: requirementText(name, required), expected, message };
  }
}
