import { DAY, type Duration, type Instant } from '../calendar/instant.ts';
import type { Acknowledgement } from '../clock/acknowledgement.ts';
import { isOpen } from '../clock/clock.ts';
import { climbOf } from '../escalation/climb.ts';
import { clockOf, type TicketRecord } from '../escalation/ticket-record.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { TicketKey } from '../ticket/ticket-key.ts';
import type { Notification } from './notification.ts';

/** What the link of a mail acknowledges, in whose name, and until when. */
export interface AcknowledgeLink {
  readonly ticket: TicketKey;
  readonly metric: MetricName;
  readonly startedAt: Instant;
  readonly round: number;
  /** The policy's name for the reader of the mail. */
  readonly to: string;
  readonly expiresAt: Instant;
}

const LIFE: Duration = 30 * DAY;

/** The link of a notification that is told at `now`. */
export const linkFor = ({ ticket, metric, startedAt, round, to }: Notification, now: Instant): AcknowledgeLink => ({
  ticket,
  metric,
  startedAt,
  round,
  to,
  expiresAt: now + LIFE,
});

/**
 * What there is to acknowledge by a link: it is open, or somebody has done so, or it is over, for the clock was closed, called off, or
 * had its breach taken back; or the link is too old.
 */
export type LinkStanding = 'open' | 'over' | 'expired' | { readonly acknowledged: Acknowledgement };

/** How things stand with a link at `now`, by its ticket. */
export function standingOf(link: AcknowledgeLink, record: TicketRecord | undefined, now: Instant): LinkStanding {
  if (link.expiresAt <= now) return 'expired';
  const clock = record && clockOf(record, link);
  if (record === undefined || clock === undefined || !isOpen(clock)) return 'over';
  const { round, acknowledged } = climbOf(record.climbs, clock);
  if (round !== link.round) return 'over';
  return acknowledged === undefined ? 'open' : { acknowledged };
}
