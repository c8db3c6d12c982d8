import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { machineAtHome } from '../../infra/local/live.ts';
import type { Machine } from '../../infra/local/machine.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, section] = /^## The API\n([\s\S]*?)^## /m.exec(README)!;
const steps = [...section!.matchAll(/^```sh\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm)].map(
  ([, script = '', output = '']) => ({ script, output }),
);

let home: Awaited<ReturnType<typeof machineAtHome>>;
let machine: Machine;
beforeAll(async () => {
  const wishes = { help: false, speed: 1, port: 0, zone: 'UTC', policies: [], exit: false, json: false };
  home = await machineAtHome(wishes, { time: 'scaled', speed: 1, port: 0 });
  machine = home.machine;
});
afterAll(async () => {
  await machine.stop();
  await home.webhooks.stop();
});

it.each(steps)('the README shows what the API answers: $output', async ({ script, output }) => {
  const { stdout } = await promisify(execFile)('bash', ['-c', script.replace(/http:\S+(?=\/v1)/, machine.url!)]);
  expect(stdout.trim()).toBe(output.trim());
});
