import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { wishesFrom } from '../../../infra/local/arguments.ts';
import { readPolicies } from '../../../infra/local/policies.ts';

const MAIN = fileURLToPath(new URL('../../../infra/local/main.ts', import.meta.url));

/** Runs `npm start` with a command line to its end. */
async function run(...commandLine: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...commandLine], { stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>(resolve => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}

describe('npm start', () => {
  it('comes up with a console and a place for events, and ends when asked to', async () => {
    const { code, out, err } = await run('--port', '0', '--exit');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/Console: http:\/\/127\.0\.0\.1:\d+\/\n/);
    expect(out).toMatch(/Events: {2}POST http:\/\/127\.0\.0\.1:\d+\/v1\/events\n/);
  });

  it.each([
    [['--replay', '/nowhere/log.csv'], 'The log /nowhere/log.csv cannot be read (ENOENT).'],
    [['--replay', MAIN], `The log is not usable: expected a file *.csv`],
    [['--policy', '/nowhere/policy.yaml'], 'The policy /nowhere/policy.yaml cannot be read (ENOENT).'],
    [['--port', '0', '--data', '/nowhere/data.db'], 'The embedded database did not start:'],
    [['--zone', 'Mars/Olympus'], '--zone is an IANA time zone such as Europe/Berlin, not "Mars/Olympus".'],
    [['--fast'], "Unknown option '--fast'; --help lists what there is."],
  ])('%j ends with one sentence and a failure', async (commandLine, sentence) => {
    const { code, err } = await run(...commandLine);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('a command line', () => {
  it('may be empty: everything has a default', () => {
    expect(wishesFrom([])).toEqual({
      help: false,
      speed: 480,
      port: 8420,
      zone: 'UTC',
      policies: [],
      exit: false,
      json: false,
    });
  });

  it.each([
    ['--speed', 'fast'],
    ['--speed', '0'],
    ['--port', '70000'],
    ['--port', ''],
    ['--port', '1.5'],
  ])('%s %s is refused with what is possible', (option, value) => {
    expect(() => wishesFrom([option, value])).toThrow(/is a (whole )?number/);
  });
});

it('the shipped policies can all be read', async () => {
  expect((await readPolicies([])).length).toBeGreaterThan(0);
});
