import type { Edition } from '../../adapters/policy-editions.ts';

/** Why there is no such edition of a policy, or none in force. */
export function notThere(name: string, date: string | undefined, all: readonly Edition[]): string {
  const dates = all.filter(({ policy }) => policy.name === name).map(({ policy }) => policy.edition);
  if (dates.length > 0)
    return `${name} has ${date ? `no edition ${date}` : 'no edition in force'}, only ${dates.join(', ')}`;
  return `there is no policy ${name}; timekeeper policy list lists those there are`;
}
