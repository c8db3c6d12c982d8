import { isDeepStrictEqual } from 'node:util';
import { type Calendar, compileCalendar } from '../../../shared/calendar/calendar.ts';
import type { CalendarDefinition } from '../../../shared/calendar/definition.ts';
import { isZone } from '../../../shared/calendar/zone.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { definitionOf, hoursFor } from '../../../shared/policy/policy-calendar.ts';
import type { Attributes } from '../../../shared/ticket/ticket-event.ts';
import { policyEditions } from '../../adapters/policy-editions.ts';
import type { Given } from '../command.ts';
import { UsageError } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { inForce } from '../policy/in-force.ts';
import { soundPolicy } from '../policy/policy-file.ts';
import { preset } from '../policy/preset.ts';
import type { Terminal } from '../terminal.ts';

/** The options by which a command finds its calendar. */
export const CALENDAR_OPTIONS = {
  calendar: { type: 'string', value: 'NAME', about: 'Which calendar; may be left out where there is only one.' },
  file: { type: 'string', value: 'FILE', about: 'A policy document the calendar is in.' },
  preset: { type: 'string', value: 'NAME', about: 'A policy of the catalogue the calendar is in.' },
  policy: { type: 'string', value: 'NAME', about: 'The policy in force the calendar is in, where several have it.' },
  ticket: {
    type: 'string',
    value: 'NAME=VALUE,…',
    about: 'Attributes of a ticket, where the hours differ from ticket to ticket.',
  },
  ...TABLE_OPTIONS,
} as const;

/** Finds a calendar by its name, or the only one there is; a UsageError says which there are. */
export type Calendars = (name?: string) => Calendar;

/** The calendars the options mean: of a file, of a preset, or of the policies in force. */
export async function calendarsOf(given: Given<typeof CALENDAR_OPTIONS>, terminal: Terminal): Promise<Calendars> {
  const policies = await policiesOf(given, terminal);
  const compiled = new Map<string | undefined, Calendar>();
  return (name = given.calendar) => {
    const calendar = compiled.get(name) ?? compileCalendar(choose(policies, name, attributesOf(given.ticket)));
    compiled.set(name, calendar);
    return calendar;
  };
}

async function policiesOf(given: Given<typeof CALENDAR_OPTIONS>, terminal: Terminal): Promise<readonly Policy[]> {
  const ways = (['file', 'preset', 'policy'] as const).filter(way => given[way] !== undefined);
  if (ways.length > 1) throw new UsageError(`found --${ways.join(' and --')}, expected one of them`);
  if (given.file !== undefined) return [(await soundPolicy(given.file, terminal)).policy];
  if (given.preset !== undefined) return [await preset(given.preset)];
  const found = await connected(given, terminal, async ({ client, table, now }) =>
    inForce(await policyEditions(client, table).all(), now).map(({ policy }) => policy),
  );
  const wanted = found.filter(({ name }) => given.policy === undefined || name === given.policy);
  if (wanted.length > 0) return wanted;
  const names = found.map(({ name }) => name).join(', ');
  throw new UsageError(names ? `no policy ${given.policy} is in force, only ${names}` : 'no policy is in force');
}

function attributesOf(text = ''): Attributes {
  const pairs = text === '' ? [] : text.split(',').map(pair => pair.split('=').map(part => part.trim()));
  for (const pair of pairs)
    if (pair.length !== 2) throw new UsageError(`--ticket: found "${pair.join('=')}", expected NAME=VALUE`);
  return Object.fromEntries(pairs);
}

function choose(policies: readonly Policy[], name: string | undefined, attributes: Attributes): CalendarDefinition {
  const all = policies.flatMap(policy =>
    Object.entries(policy.calendars).map(([calendar, whole]) => ({
      policy: policy.name,
      calendar,
      definition: definitionOf(whole, hoursFor(whole, attributes, isZone)),
    })),
  );
  const found = all.filter(({ calendar }) => name === undefined || calendar === name);
  const [first, ...others] = found;
  const names = [...new Set(all.map(({ calendar }) => calendar))].join(', ');
  if (first === undefined) throw new UsageError(`there is no calendar "${name}", only ${names}`);
  if (others.every(({ definition }) => isDeepStrictEqual(definition, first.definition))) return first.definition;
  if (name === undefined) throw new UsageError(`name one with --calendar: ${names}`);
  const holders = found.map(({ policy }) => policy).join(', ');
  throw new UsageError(`policies ${holders} have different calendars "${name}"; name one with --policy`);
}
