import { acknowledgement } from '../../../shared/api/acknowledgement.ts';
import { acknowledgementText } from '../../../shared/clock/acknowledgement.ts';
import { METRICS, type MetricName } from '../../../shared/metric/metrics.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';
import { type Acknowledged, acknowledge as acknowledgeIn } from '../../acknowledgement/acknowledge.ts';
import { deliveryLedger } from '../../adapters/delivery-ledger.ts';
import { policyStore } from '../../adapters/policy-store.ts';
import { shardsOf } from '../../adapters/ticket-scan.ts';
import { ticketTable } from '../../adapters/ticket-table.ts';
import { columns } from '../columns.ts';
import { command } from '../command.ts';
import { Refusal, UsageError } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { momentText } from '../explain/moment.ts';
import { ticketText } from '../ticket-text.ts';
import { ticketsOf, WHOSE_OPTIONS } from '../tickets-of.ts';

const NAMES = METRICS.map(({ name }) => name);

/** Says that somebody has seen it. */
export const acknowledge = command({
  words: 'acknowledge',
  operands: 'TICKET',
  count: [1, 1],
  about: 'Has nothing repeated about a ticket any more, since somebody has seen it. It stops no clock.',
  details: `timekeeper acknowledge ACME-1042 --source /acme/desk
timekeeper acknowledge ACME-1042 --source /acme/desk --metric resolution --by Ana

Later rungs of its ladders are told all the same. Its pages are acknowledged within a minute at the pagers that can be told. Whoever was
first stands: acknowledged again, it is told who that was.`,
  options: {
    ...WHOSE_OPTIONS,
    metric: {
      type: 'string',
      value: 'NAME',
      about: 'One of its clocks, such as resolution; all that run if not given.',
    },
    by: { type: 'string', value: 'NAME', about: 'Who has seen it; the user at this machine if not given.' },
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As JSON lines, one for each clock.' },
  },
  run(given, [id], terminal) {
    const isMeant = meaning(given.metric);
    return connected(given, terminal, async connection => {
      const { client, table, now } = connection;
      const records = await ticketsOf(given, id!, connection, terminal);
      const key = theOne(records, id!);
      const shards = await shardsOf(client, table);
      const desk = {
        tickets: ticketTable(client, table, shards),
        policies: policyStore(client, table),
        ledger: deliveryLedger(client, table, shards),
      };
      const said = { at: now, by: given.by ?? terminal.user, via: 'command line' };
      const { climbs } = (await acknowledgeIn(desk, key, said, isMeant, now))!;
      if (climbs.length === 0) throw new Refusal(`nothing of ${ticketText(key)} runs that could be acknowledged`);
      for (const climb of given.json ? climbs : []) terminal.say(JSON.stringify(climbJson(key, climb)));
      if (!given.json) terminal.say(columns(climbs.map(climb => climbRow(climb, terminal.zone))).join('\n'));
      return 0;
    });
  },
});

function meaning(metric: string | undefined): (clock: { readonly metric: MetricName }) => boolean {
  if (metric !== undefined && !NAMES.some(name => name === metric))
    throw new UsageError(`--metric: found "${metric}", expected one of ${NAMES.join(', ')}`);
  return clock => metric === undefined || clock.metric === metric;
}

function theOne(records: readonly { readonly key: TicketKey }[], id: string): TicketKey {
  const [first, ...others] = records.map(({ key }) => key);
  if (first === undefined) throw new Refusal(`there is no ticket ${id}`);
  if (others.length === 0) return first;
  const keys = [first, ...others].map(ticketText).join(' and ');
  throw new UsageError(`found ${keys}, expected --source and --tenant to say which is meant`);
}

type Climb = Acknowledged['climbs'][number];

const climbJson = (ticket: TicketKey, { metric, startedAt, acknowledged }: Climb) => ({
  ticket,
  metric,
  startedAt: new Date(startedAt).toISOString(),
  acknowledged: acknowledgement(acknowledged),
});

const climbRow = ({ metric, acknowledged }: Climb, zone: string): readonly string[] => [
  metric,
  `acknowledged by ${acknowledgementText(acknowledged)}`,
  `${momentText(acknowledged.at, zone)} ${zone}`,
];
