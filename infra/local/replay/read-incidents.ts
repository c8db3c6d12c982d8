import type { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { ticketKeyText } from '../../../shared/ticket/ticket-key.ts';
import type { ReadTime } from './day-first.ts';
import { incidentEvents } from './incident-events.ts';
import { type Believed, type Dropped, inOrder, type Log, type LoggedEvent } from './log.ts';
import { bySequence, NEEDED, type Row, readSnapshot, type Snapshot } from './snapshot.ts';

const SOURCE = '/servicenow/incidents';

/**
 * Reads a ServiceNow incident log row by row: quoted fields, CRLF and a byte order mark are understood, rows may be in any order.
 * A row that cannot be used is dropped with its reason; a missing column throws a sentence that names it.
 */
export async function readIncidents(input: Readable, readTime: ReadTime): Promise<Log> {
  const dropped: Dropped[] = [];
  const incidents = new Map<string, Snapshot[]>();
  for await (const { record, info } of rowsOf(input, dropped)) {
    const line = info.lines;
    const snapshot = readSnapshot(record, line, readTime);
    if (typeof snapshot === 'string') {
      dropped.push({ line, reason: snapshot });
      continue;
    }
    const known = incidents.get(snapshot.number);
    if (known === undefined) incidents.set(snapshot.number, [snapshot]);
    else known.push(snapshot);
  }
  return { ...logOf(incidents), dropped: dropped.toSorted((a, b) => a.line - b.line) };
}

function logOf(incidents: ReadonlyMap<string, readonly Snapshot[]>): Omit<Log, 'dropped'> {
  const events: LoggedEvent[] = [];
  const believed = new Map<string, Believed>();
  for (const [id, rows] of incidents) {
    const snapshots = rows.toSorted(bySequence);
    const { attributes, madeSla } = snapshots.at(-1)!;
    const key = { tenant: '', source: SOURCE, id };
    for (const event of incidentEvents(snapshots)) events.push({ key, event });
    believed.set(ticketKeyText(key), { priority: String(attributes.severity), madeSla });
  }
  return { events: inOrder(events), believed };
}

function rowsOf(input: Readable, dropped: Dropped[]): AsyncIterable<{ record: Row; info: { lines: number } }> {
  const parser = parse({
    bom: true,
    columns: header => columnsOf(header),
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: CsvError | undefined) => {
    if (error) dropped.push({ line: Number(error.lines), reason: error.message });
  });
  input.on('error', error => parser.destroy(error));
  return input.pipe(parser);
}

function columnsOf(header: readonly string[]): string[] {
  const columns = header.map(name => name.trim());
  const missing = NEEDED.filter(name => !columns.includes(name));
  if (missing.length > 0)
    throw new Error(`the log has no column ${missing.join(', ')}; its first line is ${beginning(header.join(','))}`);
  return columns;
}

/** Fit for a terminal, whatever kind of file it came from. */
const beginning = (text: string): string => JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
