import { oneLine } from '../../shared/notification/one-line.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';

/** More than the three names that a ticket has, of 200 characters each, together with what stands between them. */
const LIMIT = 700;

/** A ticket as people name it, in one line: `T1 of desk`, with its tenant where it has one. */
export const ticketText = ({ tenant, source, id }: TicketKey): string =>
  oneLine(`${id} of ${source}${tenant === '' ? '' : `, tenant ${tenant}`}`, LIMIT);
