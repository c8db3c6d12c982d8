import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import type { Clock } from '../../shared/clock/clock.ts';
import type { Climb } from '../../shared/escalation/climb.ts';
import { digestMail } from '../../shared/notification/digest-mail.ts';
import type { Facts } from '../../shared/notification/facts.ts';
import { mailTexts } from '../../shared/notification/mail.ts';
import { milestonesOf } from '../../shared/notification/milestone.ts';
import type { NotificationKind } from '../../shared/notification/notification.ts';
import { type Reader, told } from '../../shared/notification/told.ts';
import type { Wording } from '../../shared/notification/wording/wording.ts';
import type { DigestEntry } from '../../shared/notification/worst-first.ts';
import type { Ladder } from '../../shared/policy/ladder.ts';
import { MONDAY } from '../timelines.ts';
import { DUE, KEY } from './notices.ts';

/** Every kind of notification. */
export const KINDS: readonly NotificationKind[] = ['warning', 'breach', 'overdue', 'age'];

/** Somebody far from the calendar's zone. */
export const READER: Reader = { role: 'on call', zone: 'Asia/Tokyo' };

/** A ladder whose first rung warns and whose second tells of the breach. */
export const LADDER: Ladder = [
  { id: '50%', at: { kind: 'share', share: 0.5 }, notify: [{ channel: 'email', to: 'assignee' }] },
  {
    id: 'breach',
    at: { kind: 'breach' },
    notify: [
      { channel: 'email', to: 'team lead' },
      { channel: 'page', to: 'on call' },
    ],
  },
  { id: '+1h', at: { kind: 'after', duration: HOUR, wall: false }, notify: [{ channel: 'email', to: 'manager' }] },
];

/** A clock started on Monday at 09:00, held for ten minutes, and due at 10:00. */
export const CLOCK: Clock = {
  metric: 'first response',
  startedAt: MONDAY,
  gaps: [{ from: MONDAY + 10 * MINUTE, to: MONDAY + 20 * MINUTE, status: 'pending' }],
  superseded: [],
  due: DUE,
};

/** A climb of that clock on which these rungs have fired, each when it fell due. */
export const climb = (...rungs: readonly string[]): Climb => ({
  metric: 'first response',
  startedAt: MONDAY,
  round: 0,
  fired: rungs.map(rung => ({ rung, times: 1, at: FIRED[rung]! })),
  corrections: [],
});

const FIRED: Readonly<Record<string, number>> = { '50%': MONDAY + 35 * MINUTE, breach: DUE, '+1h': DUE + HOUR };

/** A missed first response of five minutes ago, unless the changes say otherwise. */
export const facts = (changes: Partial<Facts> = {}): Facts => ({
  ticket: KEY,
  kind: 'breach',
  metric: 'first response',
  now: DUE + 5 * MINUTE,
  dueAt: DUE,
  span: 5 * MINUTE,
  serviceHours: false,
  calendarZone: 'Europe/Berlin',
  severity: 'P1',
  rank: 0,
  status: 'open',
  policy: 'Gold support',
  attributes: { subject: 'Mail is down', plan: 'gold', seats: 250, url: 'https://help.example/INC123' },
  milestones: milestonesOf(CLOCK, climb('50%', 'breach'), LADDER, 'breach', DUE + 5 * MINUTE),
  contact: { when: {}, phone: ['0800 589 2330', '069 380'], hours: '24x7', languages: ['de', 'en'] },
  ...changes,
});

/** What there is to say of each kind, as it comes one after the other. */
export function factsOf(kind: NotificationKind): Facts {
  switch (kind) {
    case 'warning': {
      const now = MONDAY + 35 * MINUTE;
      const milestones = milestonesOf(CLOCK, climb('50%'), LADDER, '50%', now);
      return facts({ kind, now, span: DUE - now, milestones });
    }
    case 'breach':
      return facts({ now: DUE, span: 0, milestones: milestonesOf(CLOCK, climb('50%'), LADDER, 'breach', DUE + 1) });
    case 'overdue': {
      const now = DUE + 2.5 * HOUR;
      return facts({
        kind,
        now,
        span: 2.5 * HOUR,
        milestones: milestonesOf(CLOCK, climb('50%', 'breach'), LADDER, '+1h', now),
      });
    }
    case 'age': {
      const { due: _none, ...clock } = CLOCK;
      const { dueAt: _nor, ...rest } = facts();
      const now = MONDAY + 75 * HOUR;
      const milestones = milestonesOf(clock, climb(), LADDER, '75h', now);
      return { ...rest, kind, metric: 'resolution', now, span: 75 * HOUR, milestones };
    }
  }
}

/** As many notifications for one reader, of every kind and of three severities. */
export const digestEntries = (count: number, wording: Wording, reader: Reader = READER): readonly DigestEntry[] =>
  Array.from({ length: count }, (_, index) => {
    const one = factsOf(KINDS[index % KINDS.length]!);
    const id = `INC${100 + index}`;
    const rank = index % 3;
    const attributes = { ...one.attributes, url: `https://help.example/${id}` };
    const entry = {
      ...one,
      ticket: { ...KEY, id },
      severity: `P${rank + 1}`,
      rank,
      span: one.span + index * MINUTE,
      attributes,
    };
    return { facts: entry, told: told(entry, wording, reader) };
  });

/** Every kind of mail. */
export const MAILS = [...KINDS, 'digest'] as const;

/** A mail of a kind as HTML, with all that can be in one. */
export function mailHtml(kind: (typeof MAILS)[number], wording: Wording): string {
  const reader = { ...READER, acknowledgeUrl: 'https://sla.example/acknowledge?token=abc' };
  return kind === 'digest'
    ? digestMail(digestEntries(6, wording, reader), 3, wording, reader).html
    : mailTexts(told(factsOf(kind), wording, reader)).html;
}
