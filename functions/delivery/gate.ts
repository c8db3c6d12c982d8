import type { Instant } from '../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { Delivery, Hold, WhyNot } from '../../shared/notification/delivery.ts';
import type { Facts } from '../../shared/notification/facts.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Recipient } from '../../shared/policy/recipient.ts';

/** A notification at the moment of sending, with all it is judged by. */
export interface Parcel {
  readonly delivery: Delivery;
  readonly record: TicketRecord;
  readonly policy: Policy;
  readonly recipient: Recipient | undefined;
  readonly facts: Facts;
  readonly now: Instant;
}

/** A notification is let through, or held back until an instant, or never told. */
export type Passage = 'passes' | { readonly hold: Hold } | { readonly whyNot: WhyNot; readonly detail?: string };

/** One reason why something may not be told now; asked at every attempt, so what has passed once may be held later. */
export type Gate = (parcel: Parcel) => Passage | Promise<Passage>;

/** Asks the gates in their order; the first that does not let the parcel through decides. */
export async function passage(gates: readonly Gate[], parcel: Parcel): Promise<Passage> {
  for (const gate of gates) {
    const found = await gate(parcel);
    if (found !== 'passes') return found;
  }
  return 'passes';
}
