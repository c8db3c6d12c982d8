import type { Delivery } from '../../../shared/notification/delivery.ts';
import { rowOf } from '../../adapters/delivery-ledger.ts';
import { columns } from '../columns.ts';
import { command } from '../command.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { readZone, ZONE_OPTION } from '../instants.ts';
import { jsonWithTimes } from '../json-with-times.ts';
import { deliveryName } from './delivery-name.ts';
import { deliveryDetails, deliveryRow } from './delivery-text.ts';
import { SELECTION_OPTIONS, selected } from './selection.ts';

/** What was told to whom. */
export const deliveries = command({
  words: 'deliveries',
  about: 'Tells what was told to whom, and what became of it: every attempt, what holds it back, why it was not told.',
  details: `timekeeper deliveries --ticket ACME-1042 --source /acme/desk
timekeeper deliveries --failed --since 2h

Without --ticket the whole table is read, at a read unit for each 4 KB: of a million tickets, with all that belongs to them, some
three million. With --ticket each delivery is followed by its key and its latest attempts.`,
  options: {
    ...SELECTION_OPTIONS,
    ...ZONE_OPTION,
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As JSON lines, one for each delivery.' },
  },
  run: (given, _operands, terminal) =>
    connected(given, terminal, async connection => {
      const zone = readZone(given.zone ?? terminal.zone);
      const found = await selected(given, connection, terminal);
      if (given.json)
        for (const delivery of found)
          terminal.say(jsonWithTimes({ key: deliveryName(rowOf(delivery.notification)), ...delivery }));
      else if (found.length === 0) terminal.say('There are no such deliveries.');
      else {
        const rows = columns(found.map(delivery => deliveryRow(delivery, zone)));
        const details = (delivery: Delivery) => (given.ticket === undefined ? [] : deliveryDetails(delivery, zone));
        const lines = found.flatMap((delivery, index) => [
          rows[index]!,
          ...details(delivery).map(line => `    ${line}`),
        ]);
        terminal.say(lines.join('\n'));
      }
      return 0;
    }),
});
