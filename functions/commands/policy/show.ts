import { policyEditions } from '../../adapters/policy-editions.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { inForceOf, standingOf } from './in-force.ts';
import { notThere } from './not-there.ts';
import { policyText } from './policy-text.ts';
import { stampText } from './stamp-text.ts';

/** One edition of a policy, as it is understood or as it was written. */
export const policyShow = command({
  words: 'policy show',
  operands: 'NAME [EDITION]',
  count: [1, 2],
  about: 'Shows an edition of a policy, the one in force if none is named.',
  options: {
    document: {
      type: 'boolean',
      about: 'The document it was applied from, to be changed and applied as a new edition.',
    },
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'The edition as it is kept, as one JSON object.' },
  },
  run: (given, [name, date], terminal) =>
    connected(given, terminal, async ({ client, table, now }) => {
      const editions = policyEditions(client, table);
      const all = await editions.all();
      const found =
        date === undefined
          ? inForceOf(all, name!, now)
          : all.find(({ policy }) => policy.name === name && policy.edition === date);
      if (found === undefined) throw new Refusal(notThere(name!, date, all));
      const { policy, applied, withdrawn } = found;
      if (given.document) {
        const document = await editions.document(policy);
        if (document === undefined)
          throw new Refusal('its document was not kept; it was not applied with policy apply');
        terminal.say(document.trimEnd());
      } else if (given.json) terminal.say(JSON.stringify(policy));
      else {
        const stamps = [applied && `applied ${stampText(applied)}`, withdrawn && `withdrawn ${stampText(withdrawn)}`];
        const standing = [standingOf(found, all, now), ...stamps].filter(Boolean).join(', ');
        terminal.say(
          [`${policy.name}, edition ${policy.edition}: ${policy.title}`, standing, ...policyText(policy)].join('\n'),
        );
      }
      return 0;
    }),
});
