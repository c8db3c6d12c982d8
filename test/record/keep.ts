import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ASKED_FOLDER } from '../../infra/local/asked-record.ts';

/** Has every machine of a run write down what its functions ask of AWS, until the run is over; not where tests are chosen by name. */
export function setup({ globalConfig }: TestProject): () => void {
  if (globalConfig.testNamePattern !== undefined) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'timekeeper-asked-'));
  process.env[ASKED_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
