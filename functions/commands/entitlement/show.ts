import { DAY } from '../../../shared/calendar/instant.ts';
import type { Entitlement } from '../../../shared/policy/entitlement.ts';
import { entitlementStore } from '../../adapters/entitlement-store.ts';
import { columns } from '../columns.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';

/** Tells what is on file about a customer. */
export const entitlementShow = command({
  words: 'entitlement show',
  operands: 'CUSTOMER',
  count: [1, 1],
  about: 'Tells what a customer is entitled to, now, before and later.',
  options: {
    tenant: { type: 'string', value: 'NAME', about: 'The tenant whose customer it is, where there are several.' },
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As one JSON array.' },
  },
  async run(given, [customer], terminal) {
    return connected(given, terminal, async ({ client, table }) => {
      const found = await entitlementStore(client, table).of(given.tenant ?? '', customer!);
      if (given.json) terminal.say(JSON.stringify(found));
      else if (found.length === 0) throw new Refusal(`nothing is on file about ${customer}`);
      else terminal.say(found.flatMap(entitlementText).join('\n'));
      return 0;
    });
  },
});

function entitlementText({ from, to, attributes, targets }: Entitlement): readonly string[] {
  const until = to === undefined ? 'without end' : `to ${dateText(to - DAY)}`;
  const facts = [
    ...Object.entries(attributes).map(([name, value]) => [name, String(value)]),
    ...targets.map(({ metric, severity, target }) => [
      `${metric}${severity === undefined ? '' : ` ${severity}`}`,
      target,
    ]),
  ];
  return [`from ${dateText(from)} ${until}`, ...columns(facts, '  ')];
}

const dateText = (at: number): string => new Date(at).toISOString().slice(0, 10);
