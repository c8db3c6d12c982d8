import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatFaults } from '../../../shared/policy/document/format-faults.ts';
import { parseEntitlements } from '../../../shared/policy/document/parse-entitlements.ts';
import { entitlementStore } from '../../adapters/entitlement-store.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';

/** Puts what customers are entitled to on file, all of a file or nothing of it when it has a mistake. */
export const entitlementImport = command({
  words: 'entitlement import',
  operands: 'FILE',
  count: [1, 1],
  about: 'Puts on file what customers are entitled to, from a list in YAML or a table in CSV.',
  details: `Columns customer, tenant, valid from and valid to say whose it is and when it holds, from the first day to the end of the last, in
UTC. A column called after a metric, with or without a severity ("first response A"), is a time of the contract; any other is an
attribute such as plan, support or agreement. Tickets created from then on get it; those that are there keep what they have.`,
  options: { ...TABLE_OPTIONS },
  async run(given, [file], terminal) {
    const text = await readFile(resolve(terminal.folder, file!), 'utf8');
    const parsed = parseEntitlements(text, /\.csv$/i.test(file!) ? 'csv' : 'yaml');
    if ('faults' in parsed)
      throw new Refusal(`nothing of ${file} is on file\n${formatFaults(parsed.faults, text, file!)}`.trimEnd());
    return connected(given, terminal, async ({ client, table }) => {
      const store = entitlementStore(client, table);
      for (const entitlement of parsed.entitlements) await store.put(entitlement);
      const customers = new Set(parsed.entitlements.map(({ tenant, customer }) => JSON.stringify([tenant, customer])));
      terminal.say(`${parsed.entitlements.length} entitlements of ${customers.size} customers are on file`);
      return 0;
    });
  },
});
