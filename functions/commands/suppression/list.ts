import { suppressionList as listOf } from '../../adapters/suppression-list.ts';
import { columns } from '../columns.ts';
import { command } from '../command.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { momentText } from '../explain/moment.ts';
import { jsonWithTimes } from '../json-with-times.ts';

/** Tells which addresses get no mail. */
export const suppressionList = command({
  words: 'suppression list',
  about: 'Lists the addresses that no mail is sent to, since one came back for good or its reader complained.',
  options: { ...TABLE_OPTIONS, json: { type: 'boolean', about: 'As one JSON array.' } },
  run: (given, _operands, terminal) =>
    connected(given, terminal, async ({ client, table }) => {
      const found = await listOf(client, table).all();
      if (given.json) terminal.say(jsonWithTimes(found));
      else if (found.length === 0) terminal.say('No address is suppressed.');
      else {
        const rows = found.map(({ address, since, why }) => [address, momentText(since, terminal.zone), why]);
        terminal.say(columns(rows).join('\n'));
      }
      return 0;
    }),
});
