import { policyEditions } from '../../adapters/policy-editions.ts';
import { columns } from '../columns.ts';
import { command } from '../command.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { standingOf } from './in-force.ts';
import { stampText } from './stamp-text.ts';

/** Every edition of every policy, and where it stands. */
export const policyList = command({
  words: 'policy list',
  about: 'Lists every edition of every policy: in force, to come, superseded or withdrawn, and by whom and when.',
  options: { ...TABLE_OPTIONS, json: { type: 'boolean', about: 'As JSON lines, one for each edition.' } },
  run: (given, _operands, terminal) =>
    connected(given, terminal, async ({ client, table, now }) => {
      const all = await policyEditions(client, table).all();
      const rows = all.map(edition => {
        const { policy, applied, withdrawn } = edition;
        const { name, edition: date, title } = policy;
        return { name, edition: date, title, standing: standingOf(edition, all, now), applied, withdrawn };
      });
      if (given.json) for (const row of rows) terminal.say(JSON.stringify(row));
      else if (rows.length === 0) terminal.say('There is no policy yet; apply one with timekeeper policy apply FILE.');
      else {
        const told = rows.map(({ name, edition, standing, title, applied, withdrawn }) => {
          const stamps = [applied && `applied ${stampText(applied)}`, withdrawn && `withdrawn ${stampText(withdrawn)}`];
          return [name, edition, standing, title, stamps.filter(Boolean).join(', ')];
        });
        terminal.say(columns(told).join('\n'));
      }
      return 0;
    }),
});
