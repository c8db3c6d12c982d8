import type { Condition } from '../../../shared/policy/condition.ts';

/** A condition in words: `plan is gold and severity is P1 or P2`; `nothing` stands for the empty one. */
export function conditionText(condition: Condition, nothing = 'every ticket'): string {
  const parts = Object.entries(condition).map(([name, values]) => `${name} is ${values.join(' or ')}`);
  return parts.length === 0 ? nothing : parts.join(' and ');
}
