import { expect, it } from 'vitest';
import { type Secrets, secretsOfPolicies } from '../../functions/adapters/secrets.ts';

/** Secrets whose values are their names. */
function named(): Secrets & { readonly forgotten: string[] } {
  const forgotten: string[] = [];
  return { forgotten, value: async name => name, forget: name => void forgotten.push(name) };
}

it.each([
  ['timekeeper/prod/pages/', 'timekeeper/pagerduty/acme', 'timekeeper/prod/pages/pagerduty/acme'],
  ['timekeeper/prod/pages/', 'hook', 'timekeeper/prod/pages/hook'],
  [undefined, 'timekeeper/pagerduty/acme', 'timekeeper/pagerduty/acme'],
])('under %s what policies call %s is %s', async (prefix, name, kept) => {
  const secrets = named();
  const ofPolicies = secretsOfPolicies(secrets, prefix);
  expect(await ofPolicies.value(name)).toBe(kept);
  ofPolicies.forget(name);
  expect(secrets.forgotten).toEqual([kept]);
});
