import { DAY } from '../../../shared/calendar/instant.ts';
import { formatLocalDate } from '../../../shared/calendar/local-date.ts';
import { rawEntitlement } from '../../../shared/policy/document/entitlement-fields.ts';
import type { Finding } from '../../../shared/policy/document/fault.ts';
import { readEntitlements } from '../../../shared/policy/document/read-entitlements.ts';
import type { Entitlement } from '../../../shared/policy/entitlement.ts';
import { entitlementStore } from '../../adapters/entitlement-store.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { entitlementText } from './entitlement-text.ts';
import { pairOf, repeated, type TypedField } from './pairs.ts';
import { TENANT_OPTION } from './tenant-option.ts';

/** Puts on file what one customer is entitled to from a day on, unless something about it is wrong. */
export const entitlementSet = command({
  words: 'entitlement set',
  operands: 'CUSTOMER NAME=VALUE…',
  count: [2, Number.POSITIVE_INFINITY],
  about: 'Puts on file all that a customer is entitled to from a day on.',
  details: `A name is read as a column of entitlement import: one called after a metric, with or without a severity, is a time of the contract;
any other is an attribute, such as plan, support or agreement. What was on file from the same day is replaced; what is on file from
an earlier day holds until then, and nothing of it afterwards.

  timekeeper entitlement set contoso 'plan=Office 365 E5' 'first response A=15m' --from 2026-04-01`,
  options: {
    from: { type: 'string', value: 'DATE', about: 'The first day, in UTC; today if not given.' },
    to: { type: 'string', value: 'DATE', about: 'The last day, in UTC; without end if not given.' },
    ...TENANT_OPTION,
    ...TABLE_OPTIONS,
  },
  async run({ from, to, tenant, ...place }, [customer, ...pairs], terminal) {
    return connected(place, terminal, async ({ client, table, now }) => {
      const today = formatLocalDate(Math.floor(now / DAY));
      const entitlement = sound(pairs, [
        { name: 'customer', text: customer!, typed: 'CUSTOMER' },
        { name: 'valid from', text: from ?? today, typed: '--from' },
        ...(to === undefined ? [] : [{ name: 'valid to', text: to, typed: '--to' }]),
        ...(tenant === undefined ? [] : [{ name: 'tenant', text: tenant, typed: '--tenant' }]),
      ]);
      await entitlementStore(client, table).put(entitlement);
      terminal.say([`${customer} is on file`, ...entitlementText(entitlement)].join('\n'));
      return 0;
    });
  },
});

/** The entitlement that is told; a Refusal says everything that is wrong with it. */
function sound(typed: readonly string[], own: readonly TypedField[]): Entitlement {
  const pairs = typed.map(pairOf);
  const fields = [...own, ...pairs.filter(pair => 'name' in pair)];
  const raw = rawEntitlement(fields);
  const { entitlements, findings } = readEntitlements([raw.value]);
  const told = ({ path, message, found, expected }: Finding) =>
    `${raw.fieldAt(path.slice(1))?.typed ?? 'NAME=VALUE'}: ${message ?? `expected ${expected}, found ${found}`}`;
  const mistakes = [
    ...pairs.flatMap(pair => ('mistake' in pair ? pair.mistake : [])),
    ...repeated(fields),
    ...findings.map(told),
  ];
  if (mistakes.length > 0) throw new Refusal(`nothing is put on file\n${mistakes.join('\n')}`);
  return entitlements[0]!;
}
