import { type Clients, dynamodbClient } from './adapters/clients.ts';
import { deadlineIndex } from './adapters/deadline-index.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { deliveriesOf } from './adapters/delivery-scan.ts';
import { dueIndex } from './adapters/due-index.ts';
import { type Environment, required } from './adapters/environment.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { policyStore } from './adapters/policy-store.ts';
import { routed } from './adapters/routed.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { getAtRisk } from './query/get-at-risk.ts';
import { getDeliveries } from './query/get-deliveries.ts';
import { getOpenApi } from './query/get-openapi.ts';
import { getExplanation, getTicket } from './query/get-ticket.ts';

/** Tells programs, over signed HTTP requests, how tickets, deadlines and deliveries stand, and what can be asked. It writes nothing. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const desk = {
    shards,
    tickets: ticketTable(dynamodb, table, shards),
    policies: policyStore(dynamodb, table),
    deadlines: deadlineIndex(dynamodb, table, required(env, 'DEADLINE_INDEX')),
    index: dueIndex(dynamodb, table, required(env, 'DUE_INDEX')),
    ledger: deliveryLedger(dynamodb, table, shards),
    deliveriesOf: deliveriesOf.bind(undefined, dynamodb, table),
  };
  return routed({
    'GET /v1/tickets/{ticket+}': getTicket(desk),
    'GET /v1/explanations/{ticket+}': getExplanation(desk),
    'GET /v1/at-risk': getAtRisk(desk),
    'GET /v1/deliveries': getDeliveries(desk),
    'GET /v1/openapi.json': getOpenApi,
  });
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
