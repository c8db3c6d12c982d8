import { type Clients, dynamodbClient } from './adapters/clients.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { entitlementStore } from './adapters/entitlement-store.ts';
import { type Environment, required } from './adapters/environment.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { policyStore } from './adapters/policy-store.ts';
import { routed } from './adapters/routed.ts';
import { silenceStore } from './adapters/silence-store.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { postAcknowledgement } from './manage/acknowledgements.ts';
import { getEntitlements, putEntitlements } from './manage/entitlements.ts';
import { deleteSilence, getSilences, postSilence } from './manage/silences.ts';

/** Lets programs look after what people decide, over signed HTTP requests: what customers are entitled to, what is silenced, what is acknowledged. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const table = required(env, 'TABLE_NAME');
  const entitlements = entitlementStore(dynamodb, table);
  const silences = silenceStore(dynamodb, table);
  const shards = Number(required(env, 'SHARDS'));
  const acknowledging = {
    tickets: ticketTable(dynamodb, table, shards),
    policies: policyStore(dynamodb, table),
    ledger: deliveryLedger(dynamodb, table, shards),
  };
  return routed({
    'GET /v1/entitlements/{customer+}': getEntitlements(entitlements),
    'PUT /v1/entitlements/{customer+}': putEntitlements(entitlements),
    'GET /v1/silences': getSilences(silences),
    'POST /v1/silences': postSilence(silences),
    'DELETE /v1/silences/{id}': deleteSilence(silences),
    'POST /v1/acknowledgements': postAcknowledgement(acknowledging),
  });
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
