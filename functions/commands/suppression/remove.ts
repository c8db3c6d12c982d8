import { suppressionList } from '../../adapters/suppression-list.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';

/** Lets an address have mail again. */
export const suppressionRemove = command({
  words: 'suppression remove',
  operands: 'ADDRESS',
  count: [1, 1],
  about: 'Lets mail go to an address again; what was not sent meanwhile is sent by timekeeper redeliver.',
  details: `SES has a list of its own for the account: an address that stands there too has to be taken off it in the SES console, or its next
mail comes back at once.`,
  options: { ...TABLE_OPTIONS },
  run: (given, [address], terminal) =>
    connected(given, terminal, async ({ client, table }) => {
      if (!(await suppressionList(client, table).remove(address!)))
        throw new Refusal(`${address} is not suppressed; see timekeeper suppression list`);
      terminal.say(`Mail goes to ${address} again.`);
      return 0;
    }),
});
