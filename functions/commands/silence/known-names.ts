import type { Matcher } from '../../../shared/notification/silence.ts';
import { suggestion } from '../../../shared/policy/document/nearest.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { PolicyEditions } from '../../adapters/policy-editions.ts';
import { Refusal } from '../complaint.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Looks for the names of a silence in the policies: a Refusal where none of them is called so, or tells nobody of that name. Tickets may
 * have attributes that no policy goes by, so of such a one it is only said.
 */
export async function knownNames(
  { policy, recipient, for: condition = {} }: Matcher,
  editions: Pick<PolicyEditions, 'all'>,
  { note }: Pick<Terminal, 'note'>,
): Promise<void> {
  const policies = (await editions.all()).map(edition => edition.policy);
  expectOneOf('policy', policy, new Set(policies.map(({ name }) => name)));
  expectOneOf('recipient', recipient, new Set(policies.flatMap(({ recipients }) => Object.keys(recipients))));
  const attributes = new Set(['severity', ...policies.flatMap(attributesIn)]);
  for (const name of Object.keys(condition))
    if (!attributes.has(name)) note(`--for: no policy goes by "${name}"${suggestion(name, attributes)}`);
}

function expectOneOf(option: string, found: string | undefined, known: ReadonlySet<string>): void {
  if (found === undefined || known.has(found)) return;
  const expected = known.size === 0 ? 'a policy to be applied first' : `one of ${[...known].toSorted().join(', ')}`;
  throw new Refusal(`nothing is silenced\n--${option}: found "${found}", expected ${expected}`);
}

/** The attributes that a policy goes by, wherever it has a condition. */
const attributesIn = (policy: Policy): readonly string[] => conditionsIn(policy).flatMap(Object.keys);

function conditionsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const isCondition = (name === 'match' || name === 'when') && typeof each === 'object' && each !== null;
    return isCondition ? [each] : conditionsIn(each);
  });
}
