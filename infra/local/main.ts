import { once } from 'node:events';
import { USAGE, wishesFrom } from './arguments.ts';
import { live } from './live.ts';
import { LocalError } from './local-error.ts';
import { replayLog } from './replay-log.ts';

async function main(): Promise<void> {
  const wishes = wishesFrom(process.argv.slice(2));
  if (wishes.help) return console.log(USAGE);
  const say = (line: string) => console.log(line);
  const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const running = wishes.replay === undefined ? await live(wishes, say) : await replayLog(wishes.replay, wishes, say);
  if (!wishes.exit) await asked;
  await running.stop();
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof LocalError ? error.message : error);
  process.exit(1);
}
