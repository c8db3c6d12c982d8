import type { Instant } from '../../shared/calendar/instant.ts';
import type { Acknowledgement } from '../../shared/clock/acknowledgement.ts';
import { type Clock, isOpen } from '../../shared/clock/clock.ts';
import { onAcknowledged } from '../../shared/engine.ts';
import { type Climb, climbOf } from '../../shared/escalation/climb.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import type { DeliveryLedger } from '../adapters/delivery-ledger.ts';
import { changeTicket, type Tickets } from './change-ticket.ts';
import { quietPages } from './quiet-pages.ts';

/** What an acknowledgement is written into. */
export interface Acknowledging extends Tickets {
  readonly ledger: DeliveryLedger;
}

/** A ticket after it was acknowledged, and those of its climbs that were meant and stand acknowledged, by whomever. */
export interface Acknowledged {
  readonly record: TicketRecord;
  readonly climbs: readonly (Climb & { readonly acknowledged: Acknowledgement })[];
}

/**
 * Acknowledges the open clocks of a ticket that are meant, and their pages wherever they ring; undefined when there is no such ticket.
 * Done again it changes nothing, so that whoever dies over it may do it again.
 */
export async function acknowledge(
  desk: Acknowledging,
  key: TicketKey,
  said: Acknowledgement,
  isMeant: (clock: Clock, climb: Climb) => boolean,
  now: Instant,
): Promise<Acknowledged | undefined> {
  const meantIn = (record: TicketRecord) => (clock: Clock) => isMeant(clock, climbOf(record.climbs, clock));
  const record = await changeTicket(
    desk,
    key,
    (found, policies) => onAcknowledged(found, said, policies, meantIn(found)),
    now,
  );
  if (record === undefined) return undefined;
  const meant = (record.timed?.clocks ?? []).filter(clock => isOpen(clock) && meantIn(record)(clock));
  const climbs = meant.map(clock => climbOf(record.climbs, clock)).filter(isAcknowledged);
  for (const climb of climbs) await quietPages(desk.ledger, key, climb, now);
  return { record, climbs };
}

const isAcknowledged = (climb: Climb): climb is Acknowledged['climbs'][number] => climb.acknowledged !== undefined;
