import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type CloudEvent, problemOf } from './cloud-event.ts';
import { type Dropped, inOrder, type Log } from './log.ts';

/** Reads CloudEvents, one JSON object a line; empty lines are passed over, a line that is no ticket event is dropped with its reason. */
export async function readEvents(input: Readable): Promise<Log> {
  const events: CloudEvent[] = [];
  const dropped: Dropped[] = [];
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    const bare = text.replace(/^\uFEFF/, '').trim();
    if (bare === '') continue;
    const event = read(bare);
    const problem = problemOf(event);
    if (problem === undefined) events.push(event as CloudEvent);
    else dropped.push({ line, reason: problem });
  }
  return { events: inOrder(events), dropped, believed: new Map() };
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
