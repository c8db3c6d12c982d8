import { writeFileSync } from 'node:fs';
import { COMPILED, compileMailTemplates } from './compile.ts';

writeFileSync(COMPILED, await compileMailTemplates());
