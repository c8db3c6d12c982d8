import type { Duration, Instant } from '../calendar/instant.ts';
import { isActive } from '../ticket/status.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { TicketEvent } from '../ticket/ticket-event.ts';

/** What an event means for the clocks; one event can be several occasions. */
export type Occasion =
  /** The request begins: created, or reopened too late to be the same request. */
  | 'opened'
  /** An agent answers in public. */
  | 'public reply'
  /** The requester writes. */
  | 'requester message'
  /** The requester starts to wait for another answer after one was given. */
  | 'asked again'
  | 'solved'
  /** Solved no more, and still the same request. */
  | 'reopened'
  | 'became pending'
  | 'left pending';

/** Whether the ticket comes back to life so late that it is a new request; always false without a window. */
export function isNewRequest(before: Ticket, after: Ticket, at: Instant, window: Duration | undefined): boolean {
  if (before.solvedAt === undefined || !isActive(after.status) || window === undefined) return false;
  return at - before.solvedAt > window;
}

/** The occasions of an event that turned `before` into `after`; `before` is absent when a request begins. */
export function occasionsOf(before: Ticket | undefined, event: TicketEvent, after: Ticket): readonly Occasion[] {
  const occasions: Occasion[] = [];
  const active = isActive(after.status);
  const reopened = before !== undefined && !isActive(before.status) && active;
  if (before === undefined) occasions.push('opened');
  if (reopened) occasions.push('reopened');
  if (event.type === 'message' && event.author === 'agent' && event.public) occasions.push('public reply');
  if (event.type === 'message' && event.author === 'requester') occasions.push('requester message');
  if (asksAgain(before, after, active, reopened)) occasions.push('asked again');
  if (!active && (before === undefined || isActive(before.status))) occasions.push('solved');
  if (after.status === 'pending' && before?.status !== 'pending') occasions.push('became pending');
  if (before?.status === 'pending' && after.status !== 'pending') occasions.push('left pending');
  return occasions;
}

function asksAgain(before: Ticket | undefined, after: Ticket, active: boolean, reopened: boolean): boolean {
  if (before === undefined || !active || !after.replied || !after.unanswered) return false;
  return reopened || !before.unanswered;
}
