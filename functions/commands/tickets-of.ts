import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import { scanTickets } from '../adapters/ticket-scan.ts';
import { ticketTable } from '../adapters/ticket-table.ts';
import type { Connection } from './connection.ts';
import { isMeant } from './explain/from-files.ts';
import type { Terminal } from './terminal.ts';

/** The options that say whose ticket is meant. */
export const WHOSE_OPTIONS = {
  source: {
    type: 'string',
    value: 'NAME',
    about: 'The help desk of the ticket; every one is looked through if not given.',
  },
  tenant: { type: 'string', value: 'NAME', about: 'The tenant of the ticket; none if not given.' },
} as const;

/** Whose ticket is meant, as far as it was said. */
export interface Whose {
  readonly source?: string;
  readonly tenant?: string;
}

/** No ticket is saved here, and so none gets a shard. */
const NO_SHARDS = 1;

/** The tickets of that id in the table: one read where the help desk is said, else the whole table. */
export async function ticketsOf(
  { source, tenant }: Whose,
  id: string,
  { client, table }: Connection,
  terminal: Terminal,
): Promise<readonly TicketRecord[]> {
  if (source !== undefined) {
    const record = await ticketTable(client, table, NO_SHARDS).get({ tenant: tenant ?? '', source, id });
    return record === undefined ? [] : [record];
  }
  terminal.note('Looking through the whole table; --source makes it quick.');
  const found: TicketRecord[] = [];
  for await (const record of scanTickets(client, table, id))
    if (isMeant(record.key, { tenant, id })) found.push(record);
  return found;
}
