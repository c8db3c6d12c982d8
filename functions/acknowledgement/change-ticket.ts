import type { Instant } from '../../shared/calendar/instant.ts';
import type { Decision } from '../../shared/engine.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { PolicySet } from '../../shared/policy/policy-set.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';

/** Where tickets stand, and what to judge them by. */
export interface Tickets {
  readonly tickets: TicketTable;
  readonly policies: PolicyStore;
}

const TRIES = 20;

/** Saves what a decision makes of a ticket, whoever else writes to it meanwhile; undefined when there is no such ticket. */
export async function changeTicket(
  { tickets, policies }: Tickets,
  key: TicketKey,
  decide: (record: TicketRecord, policies: PolicySet) => Decision,
  now: Instant,
): Promise<TicketRecord | undefined> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const record = await tickets.get(key);
    if (record === undefined) return undefined;
    const next = decide(record, await policies.load(record.timed?.policy)).record;
    const saved = next === record ? record : await tickets.save(next, now);
    if (saved !== undefined) return saved;
  }
  throw new Error(`a ticket was overtaken ${TRIES} times`);
}
