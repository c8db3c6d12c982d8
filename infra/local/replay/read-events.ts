import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { readIncoming } from '../../../shared/ticket/incoming.ts';
import { isKnown } from './day-first.ts';
import { type Dropped, inOrder, type Log, type LoggedEvent } from './log.ts';

/** Reads CloudEvents, one JSON object a line; empty lines are passed over, a line that is no ticket event is dropped with its reason. */
export async function readEvents(input: Readable): Promise<Log> {
  const events: LoggedEvent[] = [];
  const dropped: Dropped[] = [];
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    const bare = text.replace(/^\uFEFF/, '').trim();
    if (bare === '') continue;
    const event = readEvent(bare);
    if (typeof event === 'string') dropped.push({ line, reason: event });
    else events.push(event);
  }
  return { events: inOrder(events), dropped, believed: new Map() };
}

function readEvent(text: string): LoggedEvent | string {
  let value: { readonly time?: string };
  try {
    value = JSON.parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  const incoming = readIncoming(value, Date.parse(String(value?.time)));
  if ('event' in incoming)
    return isKnown(incoming.event.at) ? incoming : `/time found "${value.time}", expected one in the years 1970-2100`;
  return incoming.faults.map(({ pointer, detail }) => `${pointer} ${detail}`.trim()).join('; ');
}
