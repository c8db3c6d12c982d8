import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Measure } from '../../shared/measure/measures.ts';
import { eachRecord } from '../adapters/batch.ts';
import { type Clients, dynamodbClient, sqsClient } from '../adapters/clients.ts';
import { deliveryLedger } from '../adapters/delivery-ledger.ts';
import { deliveryNames } from '../adapters/delivery-names.ts';
import { digestBook } from '../adapters/digest-book.ts';
import { type Environment, required } from '../adapters/environment.ts';
import { emitter } from '../adapters/measures.ts';
import { outageMarkers } from '../adapters/outage-markers.ts';
import { policyStore } from '../adapters/policy-store.ts';
import { queue } from '../adapters/queues.ts';
import { rateMeter } from '../adapters/rate-meter.ts';
import { silenceStore } from '../adapters/silence-store.ts';
import { suppressionList } from '../adapters/suppression-list.ts';
import { ticketTable } from '../adapters/ticket-table.ts';
import type { Courier } from './courier.ts';
import type { Desk } from './desk.ts';
import { inhibition } from './inhibition.ts';
import { oneAttempt } from './one-attempt.ts';
import { quietHours } from './quiet-hours.ts';
import { silences } from './silences.ts';
import { suppressedAddress } from './suppressed-address.ts';

/** Handles messages that each name a row of the ledger: one attempt for each, by the courier, whatever becomes of it. */
export function attempts(env: Environment, clients: Clients, courier: Courier) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const sqs = clients.sqs ?? sqsClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const emit = emitter(env);
  const tickets = ticketTable(dynamodb, table, shards);
  const policies = policyStore(dynamodb, table);
  const outages = outageMarkers(dynamodb, table);
  const desk: Desk = {
    tickets,
    policies,
    ledger: deliveryLedger(dynamodb, table, shards),
    names: deliveryNames(dynamodb, table),
    digests: digestBook(dynamodb, table),
    meter: rateMeter(dynamodb, table),
    outbound: {
      email: queue(sqs, required(env, 'EMAIL_QUEUE_URL')),
      page: queue(sqs, required(env, 'PAGE_QUEUE_URL')),
    },
    gates: [
      silences(silenceStore(dynamodb, table)),
      quietHours,
      inhibition({ tickets, policies, outages }),
      suppressedAddress(suppressionList(dynamodb, table)),
    ],
    courier,
  };
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const measures: Measure[] = [];
    const response = await eachRecord(event, async ({ body }) => {
      measures.push(...(await oneAttempt(desk, JSON.parse(body), Date.now())));
    });
    emit(measures);
    return response;
  };
}
