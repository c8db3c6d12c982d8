import type { Instant } from '../calendar/instant.ts';
import { type Clock, sameCycle } from '../clock/clock.ts';
import type { Timed } from '../clock/fold.ts';
import type { TicketKey } from '../ticket/ticket-key.ts';
import type { Climb } from './climb.ts';

/** All that is kept of a ticket beside its events. */
export interface TicketRecord {
  readonly key: TicketKey;
  /** Counts the saves; 0 has not been saved. */
  readonly version: number;
  /** When it was last saved. */
  readonly savedAt?: Instant;
  /** Absent while events are kept for a ticket whose creation has not arrived. */
  readonly timed?: Timed;
  readonly climbs: readonly Climb[];
  /** When something is to be done next, or was and is still owed; absent when nothing is. */
  readonly nextActionAt?: Instant;
}

/** A ticket nothing is known of. */
export const unknownTicket = (key: TicketKey): TicketRecord => ({ key, version: 0, climbs: [] });

/** The clock of a cycle, or undefined when the record has none such. */
export const clockOf = (record: TicketRecord, cycle: Pick<Clock, 'metric' | 'startedAt'>): Clock | undefined =>
  record.timed?.clocks.find(clock => sameCycle(clock, cycle));
