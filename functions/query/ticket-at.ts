import type { Instant } from '../../shared/calendar/instant.ts';
import { foldAll, type Timed } from '../../shared/clock/fold.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { PolicySet } from '../../shared/policy/policy-set.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';

/**
 * What was known of a ticket at an earlier instant, told anew by the events that had happened by then; as it is now where none is said.
 * Undefined while it was not created.
 */
export async function ticketAt(
  tickets: Pick<TicketTable, 'events'>,
  { key, timed }: TicketRecord,
  at: Instant | undefined,
  policies: PolicySet,
): Promise<Timed | undefined> {
  if (timed === undefined || at === undefined) return timed;
  const events = await tickets.events(key);
  return foldAll(
    events.filter(event => event.at <= at),
    policies,
    timed.policy,
  );
}
