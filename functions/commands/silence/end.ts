import { silenceDocument } from '../../../shared/notification/read-silence.ts';
import { silenceStore } from '../../adapters/silence-store.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { silenceText } from './silence-text.ts';

/** Ends a silence before its time. */
export const silenceEnd = command({
  words: 'silence end',
  operands: 'ID',
  count: [1, 1],
  about: 'Ends a silence or maintenance window before its time, or before it begins.',
  details: 'What it holds back and is still true is told within 15 minutes.',
  options: {
    by: { type: 'string', value: 'NAME', about: 'Who does it, for the record; the user at this machine if not given.' },
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As one JSON object.' },
  },
  run: (given, [id], terminal) =>
    connected(given, terminal, async ({ client, table, now }) => {
      const ended = await silenceStore(client, table).end(id!, { by: given.by ?? terminal.user, at: now });
      if (ended === undefined) throw new Refusal(`there is no silence ${id} that is in force or to come`);
      if (given.json) terminal.say(JSON.stringify(silenceDocument(ended, now)));
      else terminal.say(silenceText(ended, now, terminal.zone).join('  '));
      return 0;
    }),
});
