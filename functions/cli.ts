import { hostname, userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { printable } from './commands/printable.ts';
import { run } from './commands/run.ts';

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  folder: process.cwd(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  user: userName(),
  now: () => Date.now(),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  say: text => void process.stdout.write(`${printable(text)}\n`),
  note: text => void process.stderr.write(`${printable(text)}\n`),
});

/** A container's user may have no name. */
function userName(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    return `somebody@${hostname()}`;
  }
}
