import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reference } from '../../../functions/commands/reference/reference.ts';
import { policySchema } from '../../../shared/policy/document/policy-document.ts';
import { type OwnTable, startOwnTable } from './own-table.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const read = (name: string) => readFileSync(join(ROOT, 'docs', name), 'utf8');

it('the reference of policy documents is the one their schema makes; if not, run npm run docs', () => {
  expect(read('policies.md')).toBe(reference(policySchema()));
});

/** The `sh` blocks of a text in order, each with the `text` block that follows it before the next. */
function stepsOf(text: string): readonly { readonly script: string; readonly output?: string }[] {
  const steps: { script: string; output?: string }[] = [];
  for (const [, kind, block] of text.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)) {
    if (kind === 'sh') steps.push({ script: block! });
    else steps.at(-1)!.output = block!;
  }
  return steps;
}

describe('the tutorial', () => {
  let table: OwnTable;
  let folder: string;

  beforeAll(async () => {
    mkdirSync(join(ROOT, '.timekeeper'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.timekeeper', 'tutorial-'));
    table = await startOwnTable();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await table.stop();
  });

  /** What npx runs here, without the second that it takes to find it. */
  const NPX = `npx() { shift; ${process.execPath} ${join(ROOT, 'functions/timekeeper.js')} "$@"; }`;

  const sh = (script: string) =>
    new Promise<string>((resolve, reject) => {
      const env = { ...process.env, ...table.env, npm_config_offline: 'true', npm_config_loglevel: 'error' };
      const shell = spawn('bash', ['-c', script], { cwd: folder, env });
      let output = '';
      shell.stdout.on('data', chunk => {
        output += chunk;
      });
      shell.stderr.on('data', chunk => {
        output += chunk;
      });
      shell.once('error', reject);
      shell.once('close', () => resolve(output));
    });

  it('begins with a command that npx finds', async () => {
    expect(await sh('npx timekeeper --help')).toContain('Usage: timekeeper COMMAND');
  });

  it.each(stepsOf(read('tutorial.md')))('does what it says: $script', async ({ script, output }) => {
    const found = await sh(`${NPX}\n${script}`);
    if (output === undefined) expect(found).not.toMatch(/^timekeeper/m);
    else expect(found.trim()).toBe(output.trim());
  });
});
