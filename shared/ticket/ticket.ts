import type { Instant } from '../calendar/instant.ts';
import { isActive, type Status } from './status.ts';
import type { Attribute, Attributes, TicketEvent } from './ticket-event.ts';

/** What is known of one customer problem after the events so far. */
export interface Ticket {
  readonly createdAt: Instant;
  readonly status: Status;
  readonly attributes: Attributes;
  /** When the present request began: its creation, or a reopening too late to be the same request. */
  readonly openedAt: Instant;
  /** The request has been answered in public, or solved, at least once. */
  readonly replied: boolean;
  /** The requester has written since the last answer. */
  readonly unanswered: boolean;
  /** When it was last solved, kept while it stays solved. */
  readonly solvedAt?: Instant;
  /** Why nothing is owed any more, for good. */
  readonly gone?: 'deleted' | 'merged';
}

/** The ticket as it is born. */
export function bornOf(event: TicketEvent & { type: 'created' }): Ticket {
  const solved = isActive(event.status) ? {} : { solvedAt: event.at };
  return {
    createdAt: event.at,
    openedAt: event.at,
    status: event.status,
    attributes: event.attributes,
    replied: false,
    unanswered: true,
    ...solved,
  };
}

/** The same ticket as a new request from `at` on: nothing answered yet. */
export const asNewRequest = (ticket: Ticket, at: Instant): Ticket => ({
  ...ticket,
  openedAt: at,
  replied: false,
  unanswered: true,
});

/** The ticket after an event at `at`; a second creation counts as an update. */
export function afterEvent(ticket: Ticket, event: TicketEvent, at: Instant): Ticket {
  switch (event.type) {
    case 'created':
    case 'updated':
      return withStatus(withAttributes(ticket, event.attributes ?? {}), event.status ?? ticket.status, at);
    case 'message':
      if (event.author === 'requester') return { ...ticket, unanswered: true };
      return event.public ? { ...ticket, replied: true, unanswered: false } : ticket;
    case 'deleted':
    case 'merged':
      return { ...ticket, gone: event.type };
  }
}

function withAttributes(ticket: Ticket, changes: Readonly<Record<string, Attribute | null>>): Ticket {
  if (Object.keys(changes).length === 0) return ticket;
  const attributes: Record<string, Attribute> = { ...ticket.attributes };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete attributes[name];
    else attributes[name] = value;
  }
  return { ...ticket, attributes };
}

function withStatus(ticket: Ticket, status: Status, at: Instant): Ticket {
  const { solvedAt, ...rest } = ticket;
  if (isActive(status)) return { ...rest, status };
  if (solvedAt !== undefined) return { ...ticket, status };
  return { ...rest, status, solvedAt: at, replied: true, unanswered: false };
}
