import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy/document/policy-document.ts';

it('the published schema of policy documents is the one they are checked with; if not, run npm run schema', () => {
  const published = readFileSync(new URL('../../../shared/policy/policy.schema.json', import.meta.url), 'utf8');
  expect(published).toBe(`${JSON.stringify(policySchema(), null, 2)}\n`);
});
