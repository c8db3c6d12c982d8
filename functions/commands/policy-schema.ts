import { writeFileSync } from 'node:fs';
import { policySchema } from '../../shared/policy/document/policy-document.ts';

const file = new URL('../../shared/policy/policy.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(policySchema(), null, 2)}\n`);
