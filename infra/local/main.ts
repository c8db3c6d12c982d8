import { once } from 'node:events';
import { USAGE, type Wishes, wishesFrom } from './arguments.ts';
import { LocalError } from './local-error.ts';

/** As a shell tells that Ctrl-C ended it before it was done; the engines end with this process. */
const INTERRUPTED = 130;

async function main(): Promise<void> {
  const wishes = wishesFrom(process.argv.slice(2));
  if (wishes.help) return console.log(USAGE);
  const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => undefined);
  const running = await Promise.race([start(wishes, line => console.log(line)), asked]);
  if (running === undefined) process.exit(INTERRUPTED);
  if (!wishes.exit) await asked;
  await running.stop();
}

/** Loads only what is needed, so that a wrong option is answered at once. */
async function start(wishes: Wishes, say: (line: string) => void) {
  if (wishes.replay === undefined) return (await import('./live.ts')).live(wishes, say);
  return (await import('./replay-log.ts')).replayLog(wishes.replay, wishes, say);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof LocalError ? error.message : error);
  process.exit(1);
}
