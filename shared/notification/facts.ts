import type { Duration, Instant } from '../calendar/instant.ts';
import { breachOf } from '../clock/clock.ts';
import { elapsedOf } from '../clock/due.ts';
import { promiseOf } from '../clock/promise.ts';
import { climbOf } from '../escalation/climb.ts';
import { asSeen, clockOf, type TicketRecord } from '../escalation/ticket-record.ts';
import type { MetricName } from '../metric/metrics.ts';
import { type Contact, contactOf } from '../policy/contact.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { severityOf } from '../policy/severity.ts';
import type { Status } from '../ticket/status.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import type { TicketKey } from '../ticket/ticket-key.ts';
import { type Milestone, milestonesOf } from './milestone.ts';
import type { Notification, NotificationKind } from './notification.ts';

/** What there is to say about a clock and its ticket at one instant, in no language yet. */
export interface Facts {
  readonly ticket: TicketKey;
  readonly kind: NotificationKind;
  readonly metric: MetricName;
  readonly now: Instant;
  readonly dueAt?: Instant;
  /** How long is left before it is due, how late it is, or, of an age, how long the clock has run: counted on its calendar. */
  readonly span: Duration;
  /** Whether the calendar counted less than went by on the wall. */
  readonly serviceHours: boolean;
  readonly calendarZone: string;
  readonly severity: string;
  /** Its place in the policy's severities, 0 for the most severe. */
  readonly rank: number;
  readonly status: Status;
  readonly policy: string;
  /** Where the policy says this customer turns. */
  readonly contact?: Contact;
  readonly attributes: Attributes;
  /** What happened to the clock so far and is ahead, in order of time. */
  readonly milestones: readonly Milestone[];
}

/** The facts behind a notification that is wanted; throws when the ticket has no such promise. */
export function factsOf(notification: Notification, kept: TicketRecord, policies: PolicySet, now: Instant): Facts {
  const record = asSeen(kept, now, policies);
  const clock = clockOf(record, notification);
  const policy = record.timed?.policy && policies.edition(record.timed.policy);
  const promised = policy && clock && promiseOf(policies, policy, clock);
  if (!record.timed || !policy || !promised) throw new Error('there is no promise to notify about');
  const { calendar } = promised;
  const contact = contactOf(policy.contacts ?? [], record.timed.ticket.attributes);
  const kind = notification.kind === 'warning' && breachOf(clock, now) !== undefined ? 'breach' : notification.kind;
  const elsewhere = kind === 'age' ? clock.startedAt : (clock.due ?? now);
  const span = kind === 'age' ? elapsedOf(clock, calendar, now) : Math.abs(calendar.elapsed(elsewhere, now));
  const severity = severityOf(policy.severity, record.timed.ticket).applied;
  return {
    ticket: record.key,
    kind,
    metric: notification.metric,
    now,
    ...(clock.due === undefined ? {} : { dueAt: clock.due }),
    span,
    serviceHours: span !== Math.abs(now - elsewhere),
    calendarZone: calendar.definition.zone,
    severity,
    rank: policy.severity.set.indexOf(severity),
    status: record.timed.ticket.status,
    policy: policy.title,
    ...(contact === undefined ? {} : { contact }),
    attributes: record.timed.ticket.attributes,
    milestones: milestonesOf(clock, climbOf(record.climbs, clock), promised.ladder, notification.rung, now),
  };
}
