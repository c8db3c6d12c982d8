import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ASKED_FOLDER } from '../../infra/local/asked-record.ts';

const folder = process.env[ASKED_FOLDER];
if (folder) writeFileSync(join(folder, `${encodeURIComponent(expect.getState().testPath!)}.ran`), '');
