import { termsOf } from '../../../shared/policy/document/read-entitlements.ts';
import { entitlementStore } from '../../adapters/entitlement-store.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { entitlementText } from './entitlement-text.ts';
import { TENANT_OPTION } from './tenant-option.ts';

/** Tells what is on file about a customer. */
export const entitlementGet = command({
  words: 'entitlement get',
  operands: 'CUSTOMER',
  count: [1, 1],
  about: 'Tells what a customer is entitled to, now, before and later.',
  options: {
    ...TENANT_OPTION,
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As one JSON array, which entitlement import takes.' },
  },
  async run(given, [customer], terminal) {
    return connected(given, terminal, async ({ client, table }) => {
      const found = await entitlementStore(client, table).onFile(given.tenant ?? '', customer!);
      const whose = { customer, ...(given.tenant && { tenant: given.tenant }) };
      if (given.json) terminal.say(JSON.stringify(found.map(each => ({ ...whose, ...termsOf(each) }))));
      else if (found.length === 0) throw new Refusal(`nothing is on file about ${customer}`);
      else terminal.say(found.flatMap(entitlementText).join('\n'));
      return 0;
    });
  },
});
