import { type Clients, dynamodbClient } from './adapters/clients.ts';
import { entitlementStore } from './adapters/entitlement-store.ts';
import { type Environment, required } from './adapters/environment.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { routed } from './adapters/routed.ts';
import { getEntitlements, putEntitlements } from './manage/entitlements.ts';

/** Lets programs look after what people decide, over signed HTTP requests: what customers are entitled to. */
export function create(env: Environment, clients: Clients = {}) {
  const entitlements = entitlementStore(clients.dynamodb ?? dynamodbClient(env), required(env, 'TABLE_NAME'));
  return routed({
    'GET /v1/entitlements/{customer+}': getEntitlements(entitlements),
    'PUT /v1/entitlements/{customer+}': putEntitlements(entitlements),
  });
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
