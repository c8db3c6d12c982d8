import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';

/** The event an item holds, with what its customer's entitlement gave. */
export const eventOf = ({ event, granted }: Readonly<Record<string, unknown>>): TicketEvent => ({
  ...JSON.parse(event as string),
  ...(granted === undefined ? {} : { granted: JSON.parse(granted as string) }),
});
