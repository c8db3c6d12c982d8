import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../../functions/timekeeper.js', import.meta.url));
const BERLIN = ['--preset', 'acme-support', '--calendar', 'berlin'];

const timekeeper = (args: readonly string[], input = '') => spawnSync(BIN, args, { input, encoding: 'utf8' });

it('answers questions from standard input', () => {
  const { status, stdout, stderr } = timekeeper(
    ['calendar', 'add', ...BERLIN],
    '{"op":"open","at":1772438400000}\n\n{"from":"2026-03-02T09:00+01:00","duration":"-1h"}',
  );
  expect(stderr).toBe('');
  expect(stdout).toBe('{"open":true,"next":"2026-03-02T17:00:00+01:00"}\n{"at":"2026-02-27T15:00:00+01:00"}\n');
  expect(status).toBe(0);
});

it('passes its exit code on', () => {
  const { status, stdout, stderr } = timekeeper(['calendar', 'fly']);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.split('\n')).toHaveLength(2);
});
