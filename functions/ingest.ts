import type { APIGatewayProxyEventV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachRecord } from './adapters/batch.ts';
import { type Clients, dynamodbClient, sqsClient } from './adapters/clients.ts';
import { type Environment, required } from './adapters/environment.ts';
import { emitter } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { queue } from './adapters/queues.ts';
import { problemResponse } from './adapters/response.ts';
import type { Route } from './adapters/routed.ts';
import { answerEvents, eventsOf } from './intake/http.ts';
import { intakeOf } from './intake/intake-of.ts';
import { take } from './intake/take.ts';

/** Takes ticket events in: from the HTTP API, one or a batch, and from the bus by way of the intake queue. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const sqs = clients.sqs ?? sqsClient(env);
  const rejected = queue(sqs, required(env, 'REJECTED_QUEUE_URL'));
  const intake = intakeOf(env, { dynamodb, sqs });
  const emit = emitter(env);

  const fromHttp: Route = async request => {
    const events = eventsOf(request);
    return 'status' in events ? problemResponse(events) : answerEvents({ intake, emit }, events, Date.now());
  };

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
