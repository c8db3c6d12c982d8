import type { Instant } from '../../../shared/calendar/instant.ts';
import { type Explanation, explain } from '../../../shared/clock/explanation.ts';
import { acknowledgementsIn } from '../../../shared/escalation/acknowledgement.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';

/** What a ticket's panel shows beside its row: why its clocks say what they say, and what happened, the latest first. */
export interface TicketDetail {
  readonly explanation: Explanation;
  readonly events: readonly TicketEvent[];
}

/** A ticket explained as seen at `now`. */
export function ticketDetail(
  record: TicketRecord,
  events: readonly TicketEvent[],
  policies: PolicySet,
  now: Instant,
): TicketDetail {
  return {
    explanation:
      record.timed === undefined
        ? { clocks: [] }
        : explain(record.timed, now, policies, acknowledgementsIn(record, now)),
    events: events.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
  };
}
