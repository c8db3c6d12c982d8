import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../shared/installation/read-settings.ts';
import { DEV, type Settings } from '../shared/installation/settings.ts';

/**
 * The settings of the stage that is asked for (`-c stage=prod`, else dev): what `stages/<stage>.json` in a folder says, and over it what is
 * said in the context (`-c shards=32`). Throws every fault at once, a name that nobody knows among them.
 */
export function stageSettings(context: Readonly<Record<string, unknown>>, folder: string): Settings {
  const said = Object.fromEntries(Object.entries(context).filter(([name]) => !NOT_OURS.test(name)));
  const stage = String(said.stage ?? DEV);
  const file = join('stages', `${stage}.json`);
  const isThere = /^\w+$/.test(stage) && existsSync(join(folder, file));
  const advice = isThere ? '' : `; npx timekeeper init asks for all of them and writes ${file}`;
  return sound({ ...(isThere ? written(join(folder, file)) : {}), ...said, stage }, advice);
}

/** What the CDK has in the context for itself: flags and lookups, and what its command line remembers. */
const NOT_OURS = /[:/]|^(acknowledged-issue-numbers|cli-telemetry)$/;

/** Sound settings; throws every fault at once. */
export function sound(settings: Readonly<Record<string, unknown>>, advice = ''): Settings {
  const read = readSettings(settings);
  if ('settings' in read) return read.settings;
  throw new Error(`the settings cannot be used${advice}\n${read.faults.map(fault => `  ${fault}`).join('\n')}`);
}

function written(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
  throw new Error(`${file}: found no settings, expected a JSON object of them`);
}
