import { policyStore } from '../../adapters/policy-store.ts';
import { ticketTable } from '../../adapters/ticket-table.ts';
import { ticketAt } from '../../query/ticket-at.ts';
import type { Given } from '../command.ts';
import { connected, type TABLE_OPTIONS } from '../connection.ts';
import { readInstant } from '../instants.ts';
import type { Terminal } from '../terminal.ts';
import { ticketsOf } from '../tickets-of.ts';
import type { LookedUp } from './from-files.ts';

/** Which ticket of the table is meant, and when it is looked at. */
export interface TableWishes extends Given<typeof TABLE_OPTIONS> {
  readonly source?: string;
  readonly tenant?: string;
  readonly at?: string;
}

/** No ticket is saved here, and so none gets a shard. */
const NO_SHARDS = 1;

/** The tickets of that id in the table; as they stood at an earlier time where one is asked for. */
export const fromTable = (wishes: TableWishes, id: string, terminal: Terminal): Promise<LookedUp> =>
  connected(wishes, terminal, async connection => {
    const { client, table } = connection;
    const policies = await policyStore(client, table).load();
    const records = await ticketsOf(wishes, id, connection, terminal);
    const now = wishes.at === undefined ? connection.now : readInstant(wishes.at, '--at');
    const tickets = await Promise.all(
      records.map(async record => {
        const timed = await ticketAt(
          ticketTable(client, table, NO_SHARDS),
          record,
          wishes.at === undefined ? undefined : now,
          policies,
        );
        return { ...record, timed };
      }),
    );
    return {
      tickets: tickets.flatMap(({ timed, ...record }) => (timed === undefined ? [] : [{ ...record, timed }])),
      policies,
      now,
    };
  });
