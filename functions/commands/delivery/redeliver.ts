import { DEV } from '../../../shared/installation/settings.ts';
import type { Delivery } from '../../../shared/notification/delivery.ts';
import { type Redelivery, redelivered } from '../../../shared/notification/redelivery.ts';
import { type DeliveryLedger, deliveryLedger, rowOf } from '../../adapters/delivery-ledger.ts';
import { shardsOf } from '../../adapters/ticket-scan.ts';
import { command, type Given } from '../command.ts';
import { Refusal, UsageError } from '../complaint.ts';
import { type Connection, connected, TABLE_OPTIONS } from '../connection.ts';
import { inOneLine } from '../in-one-line.ts';
import type { Terminal } from '../terminal.ts';
import { keyOfDelivery } from './delivery-name.ts';
import { SELECTION_OPTIONS, selected } from './selection.ts';

const { ticket, source, tenant, failed } = SELECTION_OPTIONS;
const OPTIONS = {
  ticket,
  source,
  tenant,
  failed: { ...failed, about: 'All of the ticket that nobody could be told by so far.' },
  by: { type: 'string', value: 'NAME', about: 'Who wants it so; the user at this machine if not given.' },
  stage: { type: 'string', value: 'NAME', about: 'The stage whose queues it is put into at once.' },
  ...TABLE_OPTIONS,
  json: { type: 'boolean', about: 'As one JSON object.' },
} as const;

/** Has what failed tried again. */
export const redeliver = command({
  words: 'redeliver',
  operands: '[KEY]',
  count: [0, 1],
  about: 'Has a delivery that was refused or not told, or all of a ticket that have failed, tried again now.',
  details: `timekeeper redeliver /desk/ACME-1042/resolution/1767603600000/0/breach/1/email/lead
timekeeper redeliver --ticket ACME-1042 --source /acme/desk --failed

KEY is one that timekeeper deliveries lists. Who asked and when stands with the delivery. It is checked as any other: nobody is told what
is over by now, nothing that was told is told again. With --stage, and in the local run, it is put into its queue at once; else the
next sweep has it tried, within a minute.`,
  options: OPTIONS,
  run: (given, [name], terminal) =>
    connected(given, terminal, async connection => {
      const { client, table, now } = connection;
      const ledger = deliveryLedger(client, table, await shardsOf(client, table));
      const found = await meant(given, name, ledger, connection, terminal);
      const asked = { by: given.by ?? terminal.user, at: now };
      const again: Delivery[] = [];
      for (const delivery of found) if (await askedAgain(ledger, delivery, asked)) again.push(delivery);
      const stage = given.stage ?? (connection.env.AWS_ENDPOINT_URL_SQS && DEV);
      const isQueued = stage !== undefined && (await queued(again, stage, connection, terminal));
      if (given.json) terminal.say(JSON.stringify({ found: found.length, redelivered: again.length }));
      else
        terminal.say(`${again.length} of ${found.length} will be tried again ${isQueued ? 'now' : 'within a minute'}`);
      return again.length > 0 ? 0 : 1;
    }),
});

async function meant(
  given: Given<typeof OPTIONS>,
  name: string | undefined,
  ledger: DeliveryLedger,
  connection: Connection,
  terminal: Terminal,
): Promise<readonly Delivery[]> {
  if (name === undefined) {
    if (given.ticket === undefined || !given.failed) throw new UsageError('expected a KEY, or --ticket and --failed');
    return selected(given, connection, terminal);
  }
  if (given.ticket !== undefined || given.failed)
    throw new UsageError('found a KEY and --ticket or --failed, expected one of them');
  const delivery = await ledger.get(keyOfDelivery(name));
  if (delivery === undefined) throw new Refusal(`there is no delivery ${name}`);
  if (redelivered(delivery, { by: '', at: connection.now }) === undefined)
    throw new Refusal(`it is ${delivery.state}: only what was refused, suppressed or is to be tried again can be`);
  return [delivery];
}

/** Whether the deliveries could be queued; where not, the sweep finds them. */
async function queued(
  deliveries: readonly Delivery[],
  stage: string,
  connection: Connection,
  terminal: Terminal,
): Promise<boolean> {
  const { queuedAtOnce } = await import('./queues-of.ts');
  try {
    await queuedAtOnce(deliveries, stage, connection);
    return true;
  } catch (error) {
    terminal.note(`the queues of stage ${stage} could not be asked: ${inOneLine(error)}`);
    return false;
  }
}

/** Whether the delivery will be tried again; somebody else may have gone on with it just now. */
async function askedAgain(ledger: DeliveryLedger, found: Delivery, asked: Redelivery): Promise<boolean> {
  let delivery: Delivery | undefined = found;
  while (delivery !== undefined) {
    const next = redelivered(delivery, asked);
    if (next === undefined) return false;
    if (await ledger.save(next)) return true;
    delivery = await ledger.get(rowOf(found.notification));
  }
  return false;
}
