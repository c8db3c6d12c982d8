import { parseDuration } from '../../../shared/calendar/duration.ts';
import type { Instant } from '../../../shared/calendar/instant.ts';
import { DELIVERY_STATES, type Delivery } from '../../../shared/notification/delivery.ts';
import { hasFailed } from '../../../shared/notification/failover.ts';
import { deliveriesOf, scanDeliveries } from '../../adapters/delivery-scan.ts';
import type { Given } from '../command.ts';
import { Refusal, UsageError } from '../complaint.ts';
import type { Connection } from '../connection.ts';
import { readInstant } from '../instants.ts';
import type { Terminal } from '../terminal.ts';
import { ticketsOf } from '../tickets-of.ts';

/** The options that pick deliveries. */
export const SELECTION_OPTIONS = {
  ticket: { type: 'string', value: 'ID', about: 'Those of that ticket; of every ticket if not given.' },
  source: { type: 'string', value: 'NAME', about: 'The help desk of the ticket.' },
  tenant: { type: 'string', value: 'NAME', about: 'The tenant of the ticket; none if not given.' },
  state: { type: 'string', value: 'STATE', about: `Those in that state: ${DELIVERY_STATES.join(', ')}.` },
  failed: { type: 'boolean', about: 'Those that nobody could be told by so far.' },
  since: {
    type: 'string',
    value: 'TIME',
    about: 'Those that changed since: a time, or a length of time such as 2h before now.',
  },
} as const;

type Wishes = Given<typeof SELECTION_OPTIONS>;

/** The deliveries that were asked for, in the order they were first wanted. */
export async function selected(
  wishes: Wishes,
  connection: Connection,
  terminal: Terminal,
): Promise<readonly Delivery[]> {
  const isMeant = meaning(wishes, connection.now);
  const found: Delivery[] = [];
  for await (const delivery of deliveriesIn(wishes, connection, terminal)) if (isMeant(delivery)) found.push(delivery);
  return found.toSorted((a, b) => a.createdAt - b.createdAt);
}

async function* deliveriesIn(wishes: Wishes, connection: Connection, terminal: Terminal): AsyncGenerator<Delivery> {
  const { client, table } = connection;
  if (wishes.ticket === undefined) {
    if (wishes.source !== undefined || wishes.tenant !== undefined)
      throw new UsageError('found --source or --tenant without --ticket');
    terminal.note('Reading the whole table; --ticket and --source make it quick.');
    yield* scanDeliveries(client, table);
    return;
  }
  const tickets = await ticketsOf(wishes, wishes.ticket, connection, terminal);
  if (tickets.length === 0) throw new Refusal(`there is no ticket ${wishes.ticket}`);
  for (const { key } of tickets) yield* deliveriesOf(client, table, key);
}

function meaning({ state, failed, since }: Wishes, now: Instant): (delivery: Delivery) => boolean {
  if (state !== undefined && !DELIVERY_STATES.some(known => known === state))
    throw new UsageError(`--state: found "${state}", expected one of ${DELIVERY_STATES.join(', ')}`);
  const length = since === undefined ? undefined : parseDuration(since);
  const from = since === undefined ? undefined : length === undefined ? readInstant(since, '--since') : now - length;
  return delivery =>
    (state === undefined || delivery.state === state) &&
    (!failed || hasFailed(delivery) || delivery.state === 'retry') &&
    (from === undefined || delivery.changedAt >= from);
}
