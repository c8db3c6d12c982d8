import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ASKED_FOLDER } from '../../infra/local/asked-record.ts';

const TESTS = resolve(import.meta.dirname, '..');
const folder = process.env[ASKED_FOLDER];

/** The paths of the files that this run has kept of that ending; none where no record is kept. */
export const kept = (ending: string): readonly string[] =>
  folder
    ? readdirSync(folder)
        .filter(name => name.endsWith(ending))
        .map(name => join(folder, name))
    : [];

/** The test files that have not run: what they would have done is not known. */
export function notRun(): readonly string[] {
  const ran = new Set(kept('.ran'));
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts') && !name.startsWith('record'))
    .filter(name => !folder || !ran.has(join(folder, `${encodeURIComponent(join(TESTS, name))}.ran`)));
}
