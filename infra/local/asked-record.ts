import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';

/** The variable that names the folder where a run of the tests keeps what functions asked of AWS. */
export const ASKED_FOLDER = 'TIMEKEEPER_ASKED';

/** Writes down what a machine's functions asked, where a record is kept; a file for each machine. */
export function recordAsked(asked: ReturnType<Machine['asked']>): void {
  const folder = process.env[ASKED_FOLDER];
  if (folder) writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(asked));
}
