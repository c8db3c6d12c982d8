import { createReadStream } from 'node:fs';
import { dayFirst } from './day-first.ts';
import type { Log } from './log.ts';
import { readEvents } from './read-events.ts';
import { readIncidents } from './read-incidents.ts';

/** Reads a log by the ending of its name: `.csv` is a ServiceNow incident log with local times of `zone`, `.jsonl` CloudEvents. */
export async function readLog(path: string, zone: string): Promise<Log> {
  if (/\.csv$/i.test(path)) return readIncidents(createReadStream(path), dayFirst(zone));
  if (/\.(jsonl|ndjson)$/i.test(path)) return readEvents(createReadStream(path));
  throw new Error(`expected a file *.csv (ServiceNow incidents) or *.jsonl (CloudEvents), found "${path}"`);
}
