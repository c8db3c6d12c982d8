import { type Clients, dynamodbClient } from './adapters/clients.ts';
import { type Environment, required } from './adapters/environment.ts';
import { hookSecrets } from './adapters/hook-secrets.ts';
import { emitter } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { routed } from './adapters/routed.ts';
import { secretsClient, secretsManager } from './adapters/secrets.ts';
import { toldEvents } from './adapters/told-events.ts';
import { byHook } from './intake/by-hook.ts';
import { intakeOf } from './intake/intake-of.ts';

/** Takes ticket events in from help desks that have no AWS credentials: anybody may ask, every message proves itself. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const secrets = secretsManager(clients.secrets ?? secretsClient(env));
  return routed({
    'POST /v1/hooks/{source}': byHook({
      intake: intakeOf(env, { ...clients, dynamodb }),
      emit: emitter(env),
      secrets: hookSecrets(secrets, required(env, 'DESK_SECRETS')),
      told: toldEvents(dynamodb, required(env, 'TABLE_NAME')),
    }),
  });
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
