import { MINUTE } from '../../shared/calendar/instant.ts';
import { onTimeline } from '../../shared/engine.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import { unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { type Delivery, owed } from '../../shared/notification/delivery.ts';
import type { Notification } from '../../shared/notification/notification.ts';
import { type PolicySet, policySet } from '../../shared/policy/policy-set.ts';
import type { Attributes } from '../../shared/ticket/ticket-event.ts';
import { policy } from '../policies.ts';
import { at, created, MONDAY } from '../timelines.ts';

/** The ticket all are about. */
export const KEY = { tenant: '', source: 'help.example', id: 'INC123' };

/** The breach page of a first response due Monday at 10:00, unless the facts say otherwise. */
export const notification = (facts: Partial<Notification> = {}): Notification => ({
  ticket: KEY,
  metric: 'first response',
  startedAt: MONDAY,
  round: 0,
  rung: 'breach',
  time: 1,
  channel: 'page',
  to: 'on call',
  kind: 'breach',
  ...facts,
});

/** When the first response is due. */
export const DUE = MONDAY + 60 * MINUTE;

/** The breach page, owed since it fell due. */
export const delivery = (facts: Partial<Delivery> = {}): Delivery => ({ ...owed(notification(), DUE), ...facts });

/** The policy every ticket here runs under. */
export const POLICIES: PolicySet = policySet([policy()]);

/** A ticket created on Monday at 09:00, with what happened since. */
export const record = (
  attributes: Attributes = {},
  since: readonly ReturnType<typeof at>[] = [],
  policies = POLICIES,
): TicketRecord => onTimeline(unknownTicket(KEY), [at(0, created(attributes)), ...since], policies).record;
