import { explain as explanationOf } from '../../../shared/clock/explanation.ts';
import { explanationJson } from '../../../shared/clock/explanation-json.ts';
import { acknowledgementsIn } from '../../../shared/escalation/acknowledgement.ts';
import { command, type Given } from '../command.ts';
import { Refusal, UsageError } from '../complaint.ts';
import { TABLE_OPTIONS } from '../connection.ts';
import { readZone, ZONE_OPTION } from '../instants.ts';
import type { Terminal } from '../terminal.ts';
import { WHOSE_OPTIONS } from '../tickets-of.ts';
import { explanationText } from './explanation-text.ts';
import { fromFiles } from './from-files.ts';
import { fromTable } from './from-table.ts';

/** The options that say which tickets are meant, and when they are looked at. */
export const TICKET_OPTIONS = {
  ...WHOSE_OPTIONS,
  at: {
    type: 'string',
    value: 'TIME',
    about: 'As seen at that time: RFC 3339, or milliseconds since 1970; now if not given.',
  },
  policy: { type: 'string', value: 'FILE', about: 'A policy document, in place of the policies in force.' },
  events: { type: 'string', value: 'FILE', about: 'CloudEvents, one a line, in place of the tickets in the table.' },
} as const;

/** Why a ticket is due when it is. */
export const explain = command({
  words: 'explain',
  operands: '[TICKET]',
  count: [0, 1],
  about:
    'Tells why a ticket is due when it is: policy, severity, calendars, and every clock with the ledger of its time.',
  details: `timekeeper explain ACME-1042 --source /acme/desk
timekeeper explain --policy acme.yaml --events acme.jsonl --at 2026-03-02T12:00:00+01:00

Times are told in the zone of each clock's calendar, and in the reader's where that shows another time.`,
  options: {
    ...TICKET_OPTIONS,
    ...ZONE_OPTION,
    json: { type: 'boolean', about: 'As one JSON object for each ticket.' },
    ...TABLE_OPTIONS,
  },
  async run(given, [id], terminal) {
    const reader = readZone(given.zone ?? terminal.zone);
    const { tickets, policies, now } = await lookedUp(given, id, terminal);
    if (tickets.length === 0)
      throw new Refusal(`there is no ticket${id === undefined ? '' : ` ${id}`} that had been created by then`);
    for (const [index, { key, timed, climbs }] of tickets.entries()) {
      const explanation = explanationOf(timed, now, policies, acknowledgementsIn({ climbs }, now));
      if (given.json) terminal.say(JSON.stringify(explanationJson(key, explanation, now, reader)));
      else terminal.say([...(index === 0 ? [] : ['']), ...explanationText(key, explanation, now, reader)].join('\n'));
    }
    return 0;
  },
});

async function lookedUp(
  given: Given<typeof TICKET_OPTIONS & typeof TABLE_OPTIONS>,
  id: string | undefined,
  terminal: Terminal,
) {
  const { policy, events } = given;
  if ((policy === undefined) !== (events === undefined)) throw new UsageError('--policy and --events come together');
  if (policy !== undefined && events !== undefined) return fromFiles({ ...given, policy, events }, id, terminal);
  if (id === undefined) throw new UsageError('expected a TICKET, or --policy and --events');
  return fromTable(given, id, terminal);
}
