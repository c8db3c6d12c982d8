import { writeFileSync } from 'node:fs';
import { policySchema } from '../../shared/policy/document/policy-document.ts';
import { reference } from './reference/reference.ts';

writeFileSync(new URL('../../docs/policies.md', import.meta.url), reference(policySchema()));
