import { MINUTE } from '../shared/calendar/instant.ts';
import type { Status } from '../shared/ticket/status.ts';
import type { Attributes, Happening, TicketEvent } from '../shared/ticket/ticket-event.ts';

/** Monday 5 January 2026, 09:00 in Berlin. */
export const MONDAY = Date.UTC(2026, 0, 5, 8);

let serial = 0;

/** An event so many minutes after Monday 09:00; ids rise in the order of making. */
export function at(minutes: number, happening: Happening): TicketEvent {
  serial += 1;
  return { ...happening, id: `event-${String(serial).padStart(6, '0')}`, at: MONDAY + minutes * MINUTE };
}

/** A new ticket of these attributes. */
export const created = (attributes: Attributes = {}, status: Status = 'new'): Happening => ({
  type: 'created',
  status,
  attributes,
});

/** A public answer of an agent. */
export const reply: Happening = { type: 'message', author: 'agent', public: true };

/** A note among agents. */
export const note: Happening = { type: 'message', author: 'agent', public: false };

/** A message of the requester. */
export const asks: Happening = { type: 'message', author: 'requester', public: true };

/** A change of status. */
export const becomes = (status: Status): Happening => ({ type: 'updated', status });

/** A change of attributes. */
export const set = (attributes: Attributes): Happening => ({ type: 'updated', attributes });
