import { DAY, type Duration, type Instant, MINUTE } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import { type Condition, meets } from '../policy/condition.ts';
import type { Channel } from '../policy/ladder.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import type { Hold } from './delivery.ts';
import type { Notification } from './notification.ts';
import { oneLine } from './one-line.ts';

/** Why people ask for peace: because they say so, or because work is planned. */
export const SILENCE_KINDS = ['silence', 'maintenance'] as const;

/** Which notifications are meant: those of which everything that is said here is true. */
export interface Matcher {
  /** What the attributes of the ticket must be, its severity the one that counts. */
  readonly for?: Condition;
  readonly tenant?: string;
  readonly source?: string;
  /** Its id at the help desk. */
  readonly ticket?: string;
  readonly policy?: string;
  readonly metric?: MetricName;
  readonly channel?: Channel;
  /** One of the policy's recipients. */
  readonly recipient?: string;
}

/** A human decision that for a time, `[from, to)`, nobody is to be told of what it matches. */
export interface Silence {
  readonly id: string;
  readonly kind: (typeof SILENCE_KINDS)[number];
  readonly matcher: Matcher;
  readonly from: Instant;
  readonly to: Instant;
  readonly author: string;
  readonly reason: string;
  /** Somebody ended it before its time. */
  readonly ended?: { readonly by: string; readonly at: Instant };
}

/** A notification as a silence looks at it. */
export interface Candidate {
  readonly notification: Pick<Notification, 'ticket' | 'metric' | 'channel' | 'to'>;
  readonly policy: string;
  /** The ticket's own, with the severity that counts in place of the one asked for. */
  readonly judged: Attributes;
}

/** The longest a silence may last. */
export const LONGEST_SILENCE: Duration = 366 * DAY;

/** After so long what is held is looked at again, so that a silence that is ended early, or a clock that runs again, lets it go. */
export const LOOK_AGAIN: Duration = 15 * MINUTE;

/** When a silence ends, or did. */
export const endOf = ({ to, ended }: Silence): Instant => Math.min(to, ended?.at ?? to);

/** Whether a silence is yet to begin, in force, or over. */
export function standingOf(silence: Silence, now: Instant): 'to come' | 'in force' | 'over' {
  if (now >= endOf(silence)) return 'over';
  return now < silence.from ? 'to come' : 'in force';
}

/** Whether everything the matcher says is true of the notification. */
export function isMeant(matcher: Matcher, { notification, policy, judged }: Candidate): boolean {
  const { ticket, metric, channel, to } = notification;
  const facts = {
    tenant: ticket.tenant,
    source: ticket.source,
    ticket: ticket.id,
    policy,
    metric,
    channel,
    recipient: to,
  };
  const { for: condition = {}, ...named } = matcher;
  return (
    meets(judged, condition) &&
    Object.entries(named).every(([name, value]) => facts[name as keyof typeof facts] === value)
  );
}

/** What the silences in force hold a notification back by, the one that lasts longest; undefined when none does. */
export function silencing(silences: readonly Silence[], candidate: Candidate, now: Instant): Hold | undefined {
  const [silence] = silences
    .filter(each => standingOf(each, now) === 'in force' && isMeant(each.matcher, candidate))
    .toSorted((a, b) => endOf(b) - endOf(a));
  if (silence === undefined) return undefined;
  return {
    why: silence.kind === 'maintenance' ? 'maintenance' : 'silenced',
    until: Math.min(endOf(silence), now + LOOK_AGAIN),
    detail: oneLine(`${silence.author}: ${silence.reason}`, DETAIL_LIMIT),
  };
}

const DETAIL_LIMIT = 300;
