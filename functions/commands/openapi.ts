import { readFileSync, writeFileSync } from 'node:fs';
import { openApi } from '../../shared/api/document/openapi.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { version } = JSON.parse(read('../../package.json')) as { version: string };
writeFileSync(new URL('../../docs/openapi.json', import.meta.url), `${JSON.stringify(openApi(version), null, 2)}\n`);
