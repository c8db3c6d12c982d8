import { EARLIEST } from '../../../shared/calendar/instant.ts';
import { silenceDocument } from '../../../shared/notification/read-silence.ts';
import { standingOf } from '../../../shared/notification/silence.ts';
import { silenceStore } from '../../adapters/silence-store.ts';
import { columns } from '../columns.ts';
import { command } from '../command.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { silenceText } from './silence-text.ts';

/** Tells which silences there are. */
export const silenceList = command({
  words: 'silence list',
  about: 'Lists the silences and maintenance windows that are in force or to come, by the time they end.',
  options: {
    all: { type: 'boolean', about: 'Those that are over too.' },
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As JSON lines, one for each silence.' },
  },
  run: (given, _operands, terminal) =>
    connected(given, terminal, async ({ client, table, now }) => {
      const kept = await silenceStore(client, table).endingAfter(given.all ? EARLIEST : now);
      const silences = given.all ? kept : kept.filter(silence => standingOf(silence, now) !== 'over');
      if (given.json) for (const silence of silences) terminal.say(JSON.stringify(silenceDocument(silence, now)));
      else if (silences.length === 0) terminal.say('Nothing is silenced.');
      else terminal.say(columns(silences.map(silence => silenceText(silence, now, terminal.zone))).join('\n'));
      return 0;
    }),
});
