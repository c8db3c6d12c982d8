import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Measure } from '../shared/measure/measures.ts';
import { eachRecord } from './adapters/batch.ts';
import { type Clients, dynamodbClient } from './adapters/clients.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { type Environment, required } from './adapters/environment.ts';
import { httpPost } from './adapters/http.ts';
import { emit } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { pager } from './adapters/pager.ts';
import { policyStore } from './adapters/policy-store.ts';
import { secretsClient, secretsManager } from './adapters/secrets.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { oneAttempt } from './one-attempt.ts';
import { byPage } from './page-courier.ts';

/** Pages what the ledger owes by page, and resolves what it owes resolving: one attempt for each message, whatever becomes of it. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const pagerDutyUrl = env.PAGERDUTY_URL;
  const post = httpPost({
    trusted: pagerDutyUrl ? [new URL(pagerDutyUrl).origin] : [],
    loopback: env.ALLOW_LOCAL_WEBHOOKS === '1',
  });
  const secrets = secretsManager(clients.secrets ?? secretsClient(env));
  const desk = {
    tickets: ticketTable(dynamodb, table, shards),
    policies: policyStore(dynamodb, table),
    ledger: deliveryLedger(dynamodb, table, shards),
    courier: byPage(pager(post, secrets, pagerDutyUrl), env.CONSOLE_URL),
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

/** The Lambda entry. */
export const handler = onFirstCall(create);
