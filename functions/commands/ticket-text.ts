import type { TicketKey } from '../../shared/ticket/ticket-key.ts';

/** A ticket as people name it: `T1 of desk`, with its tenant where it has one. */
export const ticketText = ({ tenant, source, id }: TicketKey): string =>
  `${id} of ${source}${tenant === '' ? '' : `, tenant ${tenant}`}`;
