import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Machine } from './machine.ts';
import { REGION } from './places.ts';

const EVERY = 1000;

/**
 * Tells the command line where this machine's table and services are and what time it is there, in `.timekeeper/local.json` under a
 * folder, until the function it gives is called.
 */
export function tellWhereabouts(
  machine: Pick<Machine, 'database' | 'environment' | 'now' | 'speed'>,
  folder: string,
): () => void {
  const file = join(folder, '.timekeeper', 'local.json');
  const tell = () => {
    const time = { at: machine.now(), real: realNow(), speed: machine.speed };
    mkdirSync(dirname(file), { recursive: true });
    const { database, environment } = machine;
    const whereabouts = { ...database, region: REGION, environment, time, pid: process.pid };
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(whereabouts));
    renameSync(draft, file);
  };
  tell();
  const telling = setInterval(tell, EVERY);
  return () => {
    clearInterval(telling);
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).pid === process.pid) rmSync(file);
  };
}

/** The process's `Date` is the machine's. */
const realNow = (): number => Math.round(performance.timeOrigin + performance.now());
