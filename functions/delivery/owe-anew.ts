import type { Instant } from '../../shared/calendar/instant.ts';
import type { ClockCycle } from '../../shared/engine.ts';
import { afterReopening } from '../../shared/notification/after-reopening.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { type DeliveryLedger, type Row, rowOf } from '../adapters/delivery-ledger.ts';

/**
 * Owes anew what a reopened clock cycle has not told; gives the rows there is something to do about. Asked again it asks for no more;
 * what somebody else goes on with meanwhile is theirs.
 */
export async function owedAnewIn(
  ledger: DeliveryLedger,
  ticket: TicketKey,
  cycle: ClockCycle,
  now: Instant,
): Promise<readonly Row[]> {
  const found = await ledger.cycle(ticket, cycle);
  const owed = found.map(delivery => afterReopening(delivery, now)).filter(after => !found.includes(after));
  const saved = await Promise.all(owed.map(ledger.save));
  return saved.filter(delivery => delivery !== undefined).map(({ notification }) => rowOf(notification));
}
