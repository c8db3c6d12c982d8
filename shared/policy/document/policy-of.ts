import type * as z from 'zod';
import { DAY } from '../../calendar/instant.ts';
import { parseLocalDate } from '../../calendar/local-date.ts';
import { CHANNELS, type Rung } from '../ladder.ts';
import type { Policy } from '../policy.ts';
import type { PolicyCalendar } from '../policy-calendar.ts';
import type { Recipient } from '../recipient.ts';
import { inhibitionOf } from './inhibition-reading.ts';
import type { rungShape } from './ladder-shape.ts';
import type { policyDocument } from './policy-document.ts';
import { quietOf } from './quiet-reading.ts';
import type { recipientShape } from './recipient-shape.ts';

/** The policy that a document free of faults describes. */
export function policyOf(
  document: z.output<typeof policyDocument>,
  calendars: Readonly<Record<string, PolicyCalendar>>,
): Policy {
  const { lower } = document.severity;
  const reopenWithin = document['reopen within'];
  const ladders = Object.entries(document.ladders ?? {}).map(([name, rungs]) => [name, rungs.map(rungOf)]);
  return {
    name: document.policy,
    edition: document.edition,
    effectiveFrom: parseLocalDate(document.edition)! * DAY,
    title: document.title,
    ...(document.source !== undefined && { source: document.source }),
    match: document.match ?? {},
    precedence: document.precedence ?? 0,
    severity: {
      set: document.severities,
      fallback: document.severity.default,
      derive: document.severity.derive ?? [],
      cap: document.severity.cap ?? [],
      ...(lower && { lower: lower.map(rule => ({ ...rule, by: rule.by ?? 1 })) }),
    },
    calendars,
    pauses: document.pauses ?? {},
    ...(reopenWithin !== undefined && { reopenWithin }),
    solvedUnanswered: document['solved unanswered'] ?? 'fulfils',
    targets: document.targets.map(row => ({ ...row, when: row.when ?? {} })),
    ladders: Object.fromEntries(ladders),
    ...(document.contacts && {
      contacts: document.contacts.map(contact => ({
        ...contact,
        when: contact.when ?? {},
        phone: contact.phone ?? [],
      })),
    }),
    ...(document.inhibit && { inhibit: document.inhibit.map(inhibitionOf) }),
    ...(document.grouping && { grouping: { ...document.grouping, never: document.grouping.never ?? [] } }),
    recipients: Object.fromEntries(
      Object.entries(document.recipients ?? {}).map(([name, recipient]) => [name, recipientOf(recipient)]),
    ),
  };
}

const recipientOf = ({ quiet, ...recipient }: z.output<typeof recipientShape>): Recipient => ({
  ...recipient,
  ...(quiet && { quiet: quiet.map(quietOf) }),
});

const rungOf = ({ at: { id, at }, repeat, ...told }: z.output<typeof rungShape>): Rung => ({
  id,
  at,
  notify: CHANNELS.flatMap(channel => [...new Set(told[channel])].map(to => ({ channel, to }))),
  ...(repeat && { repeat }),
});
