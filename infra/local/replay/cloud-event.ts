import type { Instant } from '../../../shared/calendar/instant.ts';
import type { Happening, TicketEvent } from '../../../shared/ticket/ticket-event.ts';

/** A ticket event as help desks post it: CloudEvents 1.0, JSON. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** The ticket's id at its source. */
  readonly subject: string;
  /** RFC 3339. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly tenant?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where a ticket lives. */
export interface Origin {
  readonly source: string;
  readonly subject: string;
}

const TYPE = /^timekeeper\.ticket\.(created|updated|message|deleted|merged)$/;

/** A ticket event put into its envelope. */
export function cloudEvent({ source, subject }: Origin, { id, at, type, ...data }: TicketEvent): CloudEvent {
  const time = new Date(at).toISOString();
  const envelope = { specversion: '1.0', id, source, type: `timekeeper.ticket.${type}`, subject, time } as const;
  return { ...envelope, datacontenttype: 'application/json', data };
}

/** The ticket event in an envelope that the service has accepted. */
export function ticketEvent(event: CloudEvent): TicketEvent {
  const type = TYPE.exec(event.type)![1]!;
  const missing = type === 'created' ? { status: 'new', attributes: {} } : {};
  return { ...missing, ...event.data, type, id: event.id, at: instantOf(event) } as Happening & TicketEvent;
}

/** When the event happened. */
export const instantOf = (event: Pick<CloudEvent, 'time'>): Instant => Date.parse(event.time);

/** Names the ticket of an event among all sources and tenants. */
export const originKey = (event: Pick<CloudEvent, 'tenant' | 'source' | 'subject'>): string =>
  JSON.stringify([event.tenant ?? '', event.source, event.subject]);

/** What is wrong with a line that should hold an event of a ticket; undefined when it can be posted. */
export function problemOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected a CloudEvent object';
  const fields = value as Record<string, unknown>;
  const missing = ['id', 'source', 'type', 'subject', 'time'].find(name => typeof fields[name] !== 'string');
  if (missing !== undefined) return `expected text in "${missing}", found ${JSON.stringify(fields[missing])}`;
  if (!TYPE.test(String(fields.type))) return `expected a type timekeeper.ticket.*, found "${fields.type}"`;
  return Number.isNaN(Date.parse(String(fields.time))) ? `expected a time, found "${fields.time}"` : undefined;
}
