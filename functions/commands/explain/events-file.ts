import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readIncoming } from '../../../shared/ticket/incoming.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { type TicketKey, ticketKeyText } from '../../../shared/ticket/ticket-key.ts';
import { Refusal } from '../complaint.ts';
import type { Terminal } from '../terminal.ts';

/** A ticket and all that happened to it. */
export interface Timeline {
  readonly key: TicketKey;
  readonly events: readonly TicketEvent[];
}

/** The tickets of a file of CloudEvents, one JSON object a line; a Refusal names the line and its faults. */
export async function readTimelines(name: string, { folder }: Terminal): Promise<readonly Timeline[]> {
  const text = (await readFile(resolve(folder, name), 'utf8')).replace(/^\uFEFF/, '');
  const incoming = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const value = parsed(line, `${name}:${index + 1}`);
    const read = readIncoming(value, Date.parse(String((value as { time?: unknown } | null)?.time)));
    if ('event' in read) return [read];
    const faults = read.faults.map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`).join('; ');
    throw new Refusal(`${name}:${index + 1}: ${faults}`);
  });
  const byTicket = Map.groupBy(incoming, ({ key }) => ticketKeyText(key));
  return [...byTicket.values()].map(group => ({ key: group[0]!.key, events: group.map(({ event }) => event) }));
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Refusal(`${place}: not JSON: ${(error as Error).message}`);
  }
}
