import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachRecord } from './adapters/batch.ts';
import { type Clients, dynamodbClient, sqsClient } from './adapters/clients.ts';
import { entitlementStore } from './adapters/entitlement-store.ts';
import { type Environment, required } from './adapters/environment.ts';
import { log, reasonOf } from './adapters/log.ts';
import { emit } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { outageMarkers } from './adapters/outage-markers.ts';
import { policyStore } from './adapters/policy-store.ts';
import { problem } from './adapters/problem.ts';
import { queue } from './adapters/queues.ts';
import { problemResponse } from './adapters/response.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { eventsOf, responseTo } from './intake/http.ts';
import type { Intake } from './intake/receive.ts';
import { take } from './intake/take.ts';

/** Takes ticket events in: from the HTTP API, one or a batch, and from the bus by way of the intake queue. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const sqs = clients.sqs ?? sqsClient(env);
  const table = required(env, 'TABLE_NAME');
  const rejected = queue(sqs, required(env, 'REJECTED_QUEUE_URL'));
  const intake: Intake = {
    tickets: ticketTable(dynamodb, table, Number(required(env, 'SHARDS'))),
    policies: policyStore(dynamodb, table),
    entitlements: entitlementStore(dynamodb, table),
    outages: outageMarkers(dynamodb, table),
    due: queue(sqs, required(env, 'DUE_QUEUE_URL')),
    lookAheadSeconds: Number(required(env, 'LOOK_AHEAD_SECONDS')),
  };

  async function fromHttp(request: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
    const events = eventsOf(request);
    if ('status' in events) return problemResponse(events);
    try {
      const { answers, measures } = await take(intake, events.values, Date.now());
      emit(measures);
      return responseTo(answers, events.one);
    } catch (error) {
      log('error', 'events could not be taken', { reason: reasonOf(error) });
      return problemResponse(problem(503, 'The events could not be kept just now; send them again'));
    }
  }

  async function fromBus(event: SQSEvent): Promise<SQSBatchResponse> {
    return eachRecord(event, async ({ body }) => {
      const now = Date.now();
      const value = detailOf(body);
      const { answers, measures } = await take(intake, [value], now);
      const [answer] = answers;
      if (answer?.status === 'refused') await rejected.send([{ body: { event: value, problem: answer.problem } }], now);
      emit(measures);
    });
  }

  return async (event: APIGatewayProxyEventV2 | SQSEvent) => ('Records' in event ? fromBus(event) : fromHttp(event));
}

/** The CloudEvent in an EventBridge envelope; whatever else is there is taken for the event itself, to be refused by its faults. */
function detailOf(body: string): unknown {
  try {
    return JSON.parse(body)?.detail;
  } catch {
    return body;
  }
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
