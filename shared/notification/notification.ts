import type { Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Channel, Rung } from '../policy/ladder.ts';
import type { TicketKey } from '../ticket/ticket-key.ts';

/** What a notification tells: it can still be met, it was just broken, it is broken for longer, or the clock has reached an age. */
export type NotificationKind = 'warning' | 'breach' | 'overdue' | 'age';

/** What to say to whom, once per key; the texts are found when it is sent. */
export interface Notification {
  readonly ticket: TicketKey;
  readonly metric: MetricName;
  /** When the clock cycle started, which names it. */
  readonly startedAt: Instant;
  readonly round: number;
  readonly rung: string;
  /** Which time the rung fires, from 1. */
  readonly time: number;
  readonly channel: Channel;
  /** One of the policy's recipients. */
  readonly to: string;
  readonly kind: NotificationKind;
}

/** What a rung's notification tells. */
export function kindOf({ at }: Rung): NotificationKind {
  switch (at.kind) {
    case 'share':
      return at.share < 1 ? 'warning' : 'breach';
    case 'before':
      return 'warning';
    case 'breach':
      return 'breach';
    case 'after':
      return 'overdue';
    case 'age':
      return 'age';
  }
}

/** The beginning of the keys of every notification of one clock cycle. */
export const cycleKey = (of: { readonly metric: MetricName; readonly startedAt: Instant }): string =>
  `${of.metric}#${of.startedAt}#`;

/** The beginning of the keys of everything one firing of a rung tells. */
export const firingKey = (of: Omit<Notification, 'channel' | 'to'>): string =>
  `${cycleKey(of)}${of.round}#${of.rung}#${of.time}#`;

/** Names a notification among those of its ticket: the same one is sent once, however often it is asked for. */
export const notificationKey = (of: Notification): string => `${firingKey(of)}${of.channel}#${of.to}`;
