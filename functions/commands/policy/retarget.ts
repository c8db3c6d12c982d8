import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../shared/calendar/instant.ts';
import { follows, onTicketEvent, onTimeline } from '../../../shared/engine.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import { meets } from '../../../shared/policy/condition.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import { policyStore } from '../../adapters/policy-store.ts';
import { scanTickets, shardsOf } from '../../adapters/ticket-scan.ts';
import { type TicketTable, ticketTable } from '../../adapters/ticket-table.ts';
import { isTicketOpen, repinning } from './moves.ts';

const TRIES = 20;

/** What became of the open tickets of a policy. */
export interface Retargeted {
  readonly moved: number;
  /** Under the edition already, by an earlier try or since they came in. */
  readonly there: number;
  /** The edition is not for them. */
  readonly left: number;
}

/**
 * Puts every open ticket of a policy under an edition, as an event of its timeline: its clocks are recomputed from their own starts,
 * and what that pushes into the past falls due now, one step for each clock. What is done stays done: interrupted, it can be
 * started again. The sweep tells what falls due. `tell` hears the count after each ticket.
 */
export async function retarget(
  client: DynamoDBClient,
  table: string,
  edition: Policy,
  now: Instant,
  tell: (count: number) => void,
): Promise<Retargeted> {
  const tickets = ticketTable(client, table, await shardsOf(client, table));
  const policies = await policyStore(client, table).load(edition);
  const count = { moved: 0, there: 0, left: 0 };
  for await (const record of scanTickets(client, table)) {
    if (record.timed?.policy?.name !== edition.name || !isTicketOpen(record)) continue;
    if (record.timed.policy.edition === edition.edition) count.there += 1;
    else if (!meets(record.timed.ticket.attributes, edition.match)) count.left += 1;
    else if (await moveTo(edition, record, tickets, policies, now)) count.moved += 1;
    tell(count.moved + count.there + count.left);
  }
  return count;
}

async function moveTo(
  edition: Policy,
  found: TicketRecord,
  tickets: TicketTable,
  policies: PolicySet,
  now: Instant,
): Promise<boolean> {
  const event = repinning(found.timed!.policy!, edition, now);
  await tickets.write(found.key, event);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const record = await tickets.get(found.key);
    if (record === undefined) return false;
    const { record: next } = follows(record, event)
      ? onTicketEvent(record, event, policies)
      : onTimeline(record, await tickets.events(record.key), policies);
    if ((await tickets.save(next, now)) !== undefined) return true;
  }
  throw new Error(`a ticket was overtaken ${TRIES} times`);
}
