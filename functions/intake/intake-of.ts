import { type Clients, dynamodbClient, sqsClient } from '../adapters/clients.ts';
import { entitlementStore } from '../adapters/entitlement-store.ts';
import { type Environment, required } from '../adapters/environment.ts';
import { outageMarkers } from '../adapters/outage-markers.ts';
import { policyStore } from '../adapters/policy-store.ts';
import { queue } from '../adapters/queues.ts';
import { ticketTable } from '../adapters/ticket-table.ts';
import type { Intake } from './receive.ts';

/** The parts an event passes through, as the environment of a function names them. */
export function intakeOf(
  env: Environment,
  { dynamodb = dynamodbClient(env), sqs = sqsClient(env) }: Pick<Clients, 'dynamodb' | 'sqs'>,
): Intake {
  const table = required(env, 'TABLE_NAME');
  return {
    tickets: ticketTable(dynamodb, table, Number(required(env, 'SHARDS'))),
    policies: policyStore(dynamodb, table),
    entitlements: entitlementStore(dynamodb, table),
    outages: outageMarkers(dynamodb, table),
    due: queue(sqs, required(env, 'DUE_QUEUE_URL')),
    lookAheadSeconds: Number(required(env, 'LOOK_AHEAD_SECONDS')),
  };
}
