import { type Condition, requirementText } from '../../../shared/policy/condition.ts';

/** A condition in words: `plan is gold and severity is P1 or P2`; the empty one is met by every ticket. */
export function conditionText(condition: Condition): string {
  const parts = Object.entries(condition).map(([name, required]) => requirementText(name, required));
  return parts.length === 0 ? 'every ticket' : parts.join(' and ');
}

/** Why something holds for a ticket that meets a condition: `because plan is gold`, or `for every ticket`. */
export const becauseText = (condition: Condition): string =>
  `${Object.keys(condition).length === 0 ? 'for' : 'because'} ${conditionText(condition)}`;
