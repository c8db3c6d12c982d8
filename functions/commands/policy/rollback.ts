import { policyEditions } from '../../adapters/policy-editions.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { inForceOf } from './in-force.ts';

/** Puts the edition before back in force. */
export const policyRollback = command({
  words: 'policy rollback',
  operands: 'NAME',
  count: [1, 1],
  about: 'Withdraws the edition of a policy that is in force, so that the one before is in force again.',
  details: `The edition is kept and marked as withdrawn, by whom and when. Tickets that already have it keep it; new ones get the edition
before. Functions know it within a minute.`,
  options: {
    by: { type: 'string', value: 'NAME', about: 'Who does it, for the record; the user at this machine if not given.' },
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As one JSON object.' },
  },
  run: (given, [name], terminal) =>
    connected(given, terminal, async ({ client, table, now }) => {
      const editions = policyEditions(client, table);
      const all = await editions.all();
      const current = inForceOf(all, name!, now)?.policy;
      if (current === undefined) throw new Refusal(`no edition of ${name} is in force`);
      const before = inForceOf(
        all.filter(({ policy }) => policy !== current),
        name!,
        now,
      )?.policy;
      if (before === undefined)
        throw new Refusal(`edition ${current.edition} of ${name} is the first; there is none before it to go back to`);
      if (!(await editions.withdraw(current, { by: given.by ?? terminal.user, at: now })))
        throw new Refusal(`edition ${current.edition} of ${name} was withdrawn by somebody else just now`);
      if (given.json) terminal.say(JSON.stringify({ name, withdrawn: current.edition, inForce: before.edition }));
      else
        terminal.say(`${name}, edition ${current.edition}, is withdrawn; edition ${before.edition} is in force again`);
      return 0;
    }),
});
