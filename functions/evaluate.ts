import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { MINUTE, SECOND } from '../shared/calendar/instant.ts';
import { type Decision, onDue } from '../shared/engine.ts';
import type { TicketRecord } from '../shared/escalation/ticket-record.ts';
import { type Measure, measure } from '../shared/measure/measures.ts';
import { eachRecord } from './adapters/batch.ts';
import { type Clients, dynamodbClient, sqsClient } from './adapters/clients.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { digestBook } from './adapters/digest-book.ts';
import { type Environment, required } from './adapters/environment.ts';
import { type ItemKey, ticketItemKey, ticketKeyOf } from './adapters/item-keys.ts';
import { emitter } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { policyStore } from './adapters/policy-store.ts';
import { queue } from './adapters/queues.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { owedAnewIn } from './delivery/owe-anew.ts';
import { resolvedWith } from './delivery/resolve-pages.ts';

const TRIES = 10;

/** From so much lateness on, something owed counts as missed: two sweeps have gone by. */
const FORGOTTEN = 2 * MINUTE;

/**
 * Acts on what is due on a ticket now. Everything to be told is written into the delivery ledger and queued before the record says
 * so: a death in between does it again, and the ledger makes it one.
 */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const sqs = clients.sqs ?? sqsClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const lookAhead = Number(required(env, 'LOOK_AHEAD_SECONDS')) * SECOND;
  const tickets = ticketTable(dynamodb, table, shards);
  const ledger = deliveryLedger(dynamodb, table, shards);
  const pages = { ledger, digests: digestBook(dynamodb, table) };
  const policies = policyStore(dynamodb, table);
  const emit = emitter(env);
  const due = queue(sqs, required(env, 'DUE_QUEUE_URL'));
  const outbound = {
    email: queue(sqs, required(env, 'EMAIL_QUEUE_URL')),
    page: queue(sqs, required(env, 'PAGE_QUEUE_URL')),
  };

  async function act({ record, notifications, resolve, anew }: Decision, now: number): Promise<void> {
    const told = await Promise.all(notifications.map(notification => ledger.owe(notification, now)));
    const resolved = await Promise.all(resolve.map(resolution => resolvedWith(pages, record.key, resolution, now)));
    const again = await Promise.all(anew.map(cycle => owedAnewIn(ledger, record.key, cycle, now)));
    const rows = [...told, ...resolved.flat(), ...again.flat()];
    for (const channel of ['email', 'page'] as const) {
      const bodies = rows.filter(row => row.channel === channel).map(({ pk, sk }) => ({ body: { pk, sk } }));
      await outbound[channel].send(bodies, now);
    }
  }

  async function evaluate(key: ItemKey, now: number): Promise<readonly Measure[]> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const record = await tickets.get(ticketKeyOf(key));
      if (record?.nextActionAt === undefined || record.nextActionAt > now) return [];
      const decision = onDue(record, now, await policies.load(record.timed?.policy));
      await act(decision, now);
      const saved = await tickets.save(decision.record, now);
      if (saved === undefined) continue;
      await holdNext(saved, now);
      const late = now - record.nextActionAt;
      const missed = measure('MissedObligations', late > FORGOTTEN ? 1 : 0);
      return [...decision.measures, measure('Lateness', late), missed];
    }
    throw new Error(`the record was overtaken ${TRIES} times`);
  }

  async function holdNext({ key, nextActionAt }: TicketRecord, now: number): Promise<void> {
    if (nextActionAt !== undefined && nextActionAt <= now + lookAhead)
      await due.send([{ body: ticketItemKey(key), at: nextActionAt }], now);
  }

  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const measures: Measure[] = [];
    const response = await eachRecord(event, async ({ body }) => {
      measures.push(...(await evaluate(JSON.parse(body), Date.now())));
    });
    emit(measures);
    return response;
  };
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
