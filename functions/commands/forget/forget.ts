import { UNSETTLED } from '../../../shared/notification/delivery.ts';
import { deliveriesOf } from '../../adapters/delivery-scan.ts';
import { forgetTicket } from '../../adapters/forget-ticket.ts';
import { command } from '../command.ts';
import { Refusal, UsageError } from '../complaint.ts';
import { type Connection, connected, TABLE_OPTIONS } from '../connection.ts';
import { ticketText } from '../ticket-text.ts';
import { ticketsOf } from '../tickets-of.ts';

/** Deletes all that is kept of a ticket, for whoever has a right to it. */
export const forget = command({
  words: 'forget',
  operands: 'TICKET',
  count: [1, 1],
  about: 'Deletes all that is kept of a ticket over which nothing is owed any more; it cannot be undone.',
  details: `timekeeper forget ACME-1042 --source /acme/desk

A ticket that is still timed is ended first, by an event timekeeper.ticket.deleted of its help desk. Backups of the table keep it for up to 35 days,
logs its id for 90.`,
  options: {
    source: { type: 'string', value: 'NAME', about: 'The help desk of the ticket.' },
    tenant: { type: 'string', value: 'NAME', about: 'The tenant of the ticket; none if not given.' },
    ...TABLE_OPTIONS,
  },
  run(given, [id], terminal) {
    if (given.source === undefined) throw new UsageError('expected --source with the help desk of the ticket');
    return connected(given, terminal, async connection => {
      const [record] = await ticketsOf(given, id!, connection, terminal);
      if (record === undefined) throw new Refusal(`there is no ticket ${id} of ${given.source}`);
      const { key, nextActionAt } = record;
      if (nextActionAt !== undefined || (await isBeingTold(record, connection)))
        throw new Refusal(
          `something is still owed for ${ticketText(key)}: send that it is deleted, and wait for its pages`,
        );
      const items = await forgetTicket(connection.client, connection.table, key);
      terminal.say(`${ticketText(key)} is forgotten, ${items} items.`);
      return 0;
    });
  },
});

async function isBeingTold(
  { key }: Awaited<ReturnType<typeof ticketsOf>>[number],
  { client, table }: Connection,
): Promise<boolean> {
  for await (const { state } of deliveriesOf(client, table, key)) if (UNSETTLED.includes(state)) return true;
  return false;
}
