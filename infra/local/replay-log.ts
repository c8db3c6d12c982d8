import type { Wishes } from './arguments.ts';
import { machineAtHome, type Running, serve } from './live.ts';
import { LocalError } from './local-error.ts';
import type { Log } from './replay/log.ts';
import { progressBar } from './replay/progress-bar.ts';
import { readLog } from './replay/read-log.ts';
import { replay, startOf } from './replay/replay.ts';
import { reportText } from './replay/report.ts';

const AT_A_TIME = 4;

/** Plays a log through the whole stack as fast as possible, reports, and leaves the end to be looked at in the console unless asked to exit. */
export async function replayLog(path: string, wishes: Wishes, say: (line: string) => void): Promise<Running> {
  const log = await readLog(path, wishes.zone).catch((error: NodeJS.ErrnoException) => {
    throw new LocalError(
      error.code === undefined
        ? `The log is not usable: ${error.message}.`
        : `The log ${path} cannot be read (${error.code}).`,
    );
  });
  const startAt = startOf(log);
  if (startAt === undefined) throw new LocalError(`The log ${path} holds no event that can be used${whyNot(log)}.`);
  const { machine, policies, webhooks } = await machineAtHome(wishes, {
    time: 'stepped',
    startAt,
    concurrency: AT_A_TIME,
    thriftySweeps: true,
    ...(wishes.data === undefined ? {} : { dataPath: wishes.data }),
  });
  const stop = async () => {
    await machine.stop();
    await webhooks.stop();
  };
  try {
    const report = await replay(machine, log, { policies, tell: progressBar(process.stderr, log.events.length) });
    say(wishes.json ? JSON.stringify(report) : reportText(report));
    if (wishes.exit) return { stop };
    const page = await serve(machine, policies, webhooks, wishes.port);
    say(`\nConsole: ${page.url} (time stands still at the end of the log; Ctrl-C ends it)`);
    return {
      async stop() {
        await page.stop();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function whyNot({ dropped: [first] }: Log): string {
  return first === undefined ? '' : `; line ${first.line}: ${first.reason}`;
}
