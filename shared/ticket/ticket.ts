import type { Instant } from '../calendar/instant.ts';
import type { Contract } from './contract.ts';
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
  /** The customer's own terms, found when the ticket was created. */
  readonly contract?: Contract;
  /** The times its severity was lowered because the requester let an answer fall due; in order. */
  readonly lowered?: readonly Lowering[];
  /** Why nothing is owed any more, for good. */
  readonly gone?: 'deleted' | 'merged';
}

/** Its severity lowered by so many steps when the requester's answer was due; by none once another severity was asked for. */
export interface Lowering {
  readonly at: Instant;
  /** When the clock on the requester started, which names its cycle: each lowers once. */
  readonly startedAt: Instant;
  readonly by: number;
  readonly because: string;
}

/** The ticket as it is born. */
export function bornOf(event: TicketEvent & { type: 'created' }): Ticket {
  const solved = isActive(event.status) ? {} : { solvedAt: event.at };
  return {
    createdAt: event.at,
    openedAt: event.at,
    status: event.status,
    attributes: { ...event.granted?.attributes, ...event.attributes },
    ...(event.granted === undefined ? {} : { contract: event.granted.contract }),
    replied: false,
    unanswered: true,
    ...solved,
  };
}

/** The same ticket as a new request from `at` on: nothing answered yet, and no severity lowered. */
export function asNewRequest({ lowered: _over, ...ticket }: Ticket, at: Instant): Ticket {
  return { ...ticket, openedAt: at, replied: false, unanswered: true };
}

/** The ticket with its severity lowered once more. */
export const lowered = (ticket: Ticket, lowering: Lowering): Ticket => ({
  ...ticket,
  lowered: [...(ticket.lowered ?? []), lowering],
});

/** The ticket after an event at `at`; a second creation counts as an update. Another severity asked for takes every lowering back. */
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
    case 'repinned':
      return ticket;
  }
}

function withAttributes(ticket: Ticket, changes: Readonly<Record<string, Attribute | null>>): Ticket {
  if (Object.keys(changes).length === 0) return ticket;
  const attributes: Record<string, Attribute> = { ...ticket.attributes };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete attributes[name];
    else attributes[name] = value;
  }
  if (ticket.lowered === undefined || attributes.severity === ticket.attributes.severity)
    return { ...ticket, attributes };
  return { ...ticket, attributes, lowered: ticket.lowered.map(lowering => ({ ...lowering, by: 0 })) };
}

function withStatus(ticket: Ticket, status: Status, at: Instant): Ticket {
  const { solvedAt, ...rest } = ticket;
  if (isActive(status)) return { ...rest, status };
  if (solvedAt !== undefined) return { ...ticket, status };
  return { ...rest, status, solvedAt: at, replied: true, unanswered: false };
}
