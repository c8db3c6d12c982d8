import { silenceDocument } from '../../../shared/notification/read-silence.ts';
import { timeOrDays } from '../../../shared/policy/document/text-shapes.ts';
import { policyEditions } from '../../adapters/policy-editions.ts';
import { newSilenceId, silenceStore } from '../../adapters/silence-store.ts';
import { command, type Given } from '../command.ts';
import { UsageError } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { readInstant } from '../instants.ts';
import { knownNames } from './known-names.ts';
import { MATCHER_OPTIONS, matcherOf } from './matcher-options.ts';
import { silenceText } from './silence-text.ts';
import { sound } from './sound.ts';

const TIME_OPTIONS = {
  from: { type: 'string', value: 'TIME', about: 'When it begins; now if not given.' },
  to: { type: 'string', value: 'TIME', about: 'When it ends.' },
  during: { type: 'string', value: 'LENGTH', about: 'How long it lasts, such as 2h or 3d, in place of --to.' },
} as const;

/** Has nobody told of some tickets for a while. */
export const silenceAdd = command({
  words: 'silence add',
  about: 'Has what it matches held back for a while: a silence, or the window of planned maintenance.',
  details: `What is held back is checked anew when the silence ends, and told if it is still true. All that is said has to be true of a
notification for it to be matched; --for may be given several times, and with the same name for several values of which one will do.

  timekeeper silence add --for product=rocket --for severity=A --for severity=B --during 2h --reason 'a known outage'
  timekeeper silence add --source desk --maintenance --from 2026-03-07T20:00Z --to 2026-03-08T02:00Z --reason 'new release'`,
  options: {
    ...MATCHER_OPTIONS,
    ...TIME_OPTIONS,
    reason: { type: 'string', value: 'TEXT', about: 'Why nobody is to be told; it has to be given.' },
    maintenance: { type: 'boolean', about: 'It is planned maintenance.' },
    by: { type: 'string', value: 'NAME', about: 'Who wants it so; the user at this machine if not given.' },
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As one JSON object.' },
  },
  run: (given, _operands, terminal) =>
    connected(given, terminal, async ({ client, table, now }) => {
      const { reason, by = terminal.user, maintenance } = given;
      const kind = maintenance ? 'maintenance' : 'silence';
      const asked = { kind, ...matcherOf(given), ...timesOf(given, now), ...(reason !== undefined && { reason }), by };
      const silence = sound(asked, { id: newSilenceId(), author: by, now });
      await knownNames(silence.matcher, policyEditions(client, table), terminal);
      await silenceStore(client, table).put(silence);
      if (given.json) terminal.say(JSON.stringify(silenceDocument(silence, now)));
      else terminal.say(silenceText(silence, now, terminal.zone).join('  '));
      return 0;
    }),
});

function timesOf({ from, to, during }: Given<typeof TIME_OPTIONS>, now: number): { from: string; to?: string } {
  if (to !== undefined && during !== undefined) throw new UsageError('found --to and --during, expected one of them');
  const begins = from === undefined ? now : readInstant(from, '--from');
  const ends = during === undefined ? to && readInstant(to, '--to') : begins + lengthOf(during);
  return { from: written(begins), ...(ends === undefined || ends === '' ? {} : { to: written(ends) }) };
}

function lengthOf(text: string): number {
  const { data, error } = timeOrDays.safeParse(text);
  if (data === undefined) throw new UsageError(`--during: found "${text}", expected ${error?.issues[0]?.message}`);
  return data;
}

const written = (at: number): string => new Date(at).toISOString();
