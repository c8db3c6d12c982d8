import type { Instant } from '../calendar/instant.ts';
import { type Clock, sameCycle } from '../clock/clock.ts';
import type { Timed } from '../clock/fold.ts';
import { asOf } from '../clock/settled.ts';
import type { PolicySet } from '../policy/policy-set.ts';
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
  /** When something is to be done next, or since when it has been owed; absent when nothing is. */
  readonly nextActionAt?: Instant;
  /** When the first of its open clocks is due, or was; absent when none has a deadline. */
  readonly deadlineAt?: Instant;
  /** What a later release has added to it: never looked at, and kept for when that release is back. */
  readonly beyond?: Readonly<Record<string, unknown>>;
}

/** A ticket nothing is known of. */
export const unknownTicket = (key: TicketKey): TicketRecord => ({ key, version: 0, climbs: [] });

/** The record as it reads at `now`: what time alone has brought since the last event is in it. */
export function asSeen(record: TicketRecord, now: Instant, policies: PolicySet): TicketRecord {
  const timed = record.timed && asOf(record.timed, now, policies);
  return timed === record.timed || timed === undefined ? record : { ...record, timed };
}

/** The clock of a cycle, or undefined when the record has none such. */
export const clockOf = (record: TicketRecord, cycle: Pick<Clock, 'metric' | 'startedAt'>): Clock | undefined =>
  record.timed?.clocks.find(clock => sameCycle(clock, cycle));
