import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Delivery } from '../../../shared/notification/delivery.ts';
import { deliveriesOf } from '../../adapters/delivery-scan.ts';
import { outageMarkers } from '../../adapters/outage-markers.ts';
import { policyStore } from '../../adapters/policy-store.ts';
import { silenceStore } from '../../adapters/silence-store.ts';
import { suppressionList } from '../../adapters/suppression-list.ts';
import { ticketTable } from '../../adapters/ticket-table.ts';
import type { Gate } from '../../delivery/gate.ts';
import { inhibition } from '../../delivery/inhibition.ts';
import { quietHours } from '../../delivery/quiet-hours.ts';
import { silences } from '../../delivery/silences.ts';
import { suppressedAddress } from '../../delivery/suppressed-address.ts';
import { columns } from '../columns.ts';
import { command } from '../command.ts';
import { Refusal, UsageError } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { momentText } from '../explain/moment.ts';
import { readZone, ZONE_OPTION } from '../instants.ts';
import { jsonWithTimes } from '../json-with-times.ts';
import { ticketText } from '../ticket-text.ts';
import { ticketsOf, WHOSE_OPTIONS } from '../tickets-of.ts';
import { forecast } from './forecast.ts';
import type { Foretold } from './foretold.ts';

/** Who would be told what, and when. */
export const notify = command({
  words: 'notify',
  operands: 'TICKET',
  count: [1, 1],
  about:
    'Tells, with --dry-run, who would be told what of a ticket and when, from now on if nothing changes; nobody is told anything.',
  details: `timekeeper notify --dry-run ACME-1042 --source /acme/desk

What is owed already and waits is among it. What holds a notification back is told as it stands now: silences, quiet hours, other tickets, addresses that get no mail. Ways that
would be tried because others fail, digests and limits are not foreseen.`,
  options: {
    'dry-run': { type: 'boolean', about: 'Only tells; without it nothing is done.' },
    ...WHOSE_OPTIONS,
    ...ZONE_OPTION,
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As JSON lines, one for each notification.' },
  },
  run(given, [id], terminal) {
    if (!given['dry-run']) throw new UsageError('expected --dry-run: people are told by their clocks, never from here');
    return connected(given, terminal, async connection => {
      const { client, table, now } = connection;
      const zone = readZone(given.zone ?? terminal.zone);
      const records = await ticketsOf(given, id!, connection, terminal);
      if (records.length === 0) throw new Refusal(`there is no ticket ${id}`);
      const by = { policies: policyStore(client, table), gates: gatesOf(client, table) };
      for (const record of records) {
        const deliveries: Delivery[] = [];
        for await (const delivery of deliveriesOf(client, table, record.key)) deliveries.push(delivery);
        const found = await forecast(record, deliveries, by, now);
        if (given.json) for (const each of found) terminal.say(jsonWithTimes(foretoldJson(each)));
        else if (found.length === 0) terminal.say(`Nobody would be told anything of ${ticketText(record.key)}.`);
        else terminal.say(columns(found.map(each => foretoldRow(each, zone))).join('\n'));
      }
      return 0;
    });
  },
});

const NO_SHARDS = 1;

/** The gates of every attempt that can be asked beforehand. */
function gatesOf(client: DynamoDBClient, table: string): readonly Gate[] {
  const registry = {
    tickets: ticketTable(client, table, NO_SHARDS),
    policies: policyStore(client, table),
    outages: outageMarkers(client, table),
  };
  return [
    silences(silenceStore(client, table)),
    quietHours,
    inhibition(registry),
    suppressedAddress(suppressionList(client, table)),
  ];
}

function foretoldRow(
  { at, notification, where, language, subject, passage }: Foretold,
  zone: string,
): readonly string[] {
  const { metric, rung, time, channel, to } = notification;
  return [
    momentText(at, zone),
    `${metric} ${rung}${time > 1 ? `, time ${time}` : ''}`,
    `${channel} ${to}`,
    'known' in where ? where.known : `nowhere: ${where.unknown}`,
    language,
    passageText(passage, zone),
    subject,
  ];
}

function passageText(passage: Foretold['passage'], zone: string): string {
  if (passage === 'passes') return '';
  if ('hold' in passage) return `held until ${momentText(passage.hold.until, zone)}: ${passage.hold.why}`;
  return `not told: ${passage.whyNot}`;
}

function foretoldJson({ at, notification, where, language, subject, passage }: Foretold): object {
  const { ticket, metric, rung, time, channel, to, kind } = notification;
  return {
    at,
    ticket,
    metric,
    rung,
    time,
    kind,
    channel,
    to,
    ...where,
    language,
    subject,
    ...(passage === 'passes' ? {} : passage),
  };
}
