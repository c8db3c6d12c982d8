import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Instant } from '../../shared/calendar/instant.ts';
import { jsonBody } from '../adapters/json-body.ts';
import { log, reasonOf } from '../adapters/log.ts';
import type { Emit } from '../adapters/measures.ts';
import { type Problem, problem } from '../adapters/problem.ts';
import { json, problemResponse } from '../adapters/response.ts';
import type { Answer } from './answer.ts';
import type { Intake } from './receive.ts';
import { type Bounds, take } from './take.ts';

const LARGEST_BATCH = 500;

const TYPES = /^application\/(json|cloudevents(-batch)?\+json)\s*(;|$)/i;

/** What a request carries: one event, or several in their order. */
export interface Batch {
  readonly values: readonly unknown[];
  readonly one: boolean;
}

/** The events a request carries: one CloudEvent or an array of them, as JSON; or why there are none. */
export function eventsOf(request: APIGatewayProxyEventV2): Batch | Problem {
  const body = jsonBody(request, TYPES, 'application/cloudevents+json or its batch');
  if ('status' in body) return body;
  const { value } = body;
  if (!Array.isArray(value)) return { values: [value], one: true };
  if (value.length === 0) return problem(422, 'Found an empty batch, expected at least one event');
  if (value.length > LARGEST_BATCH)
    return problem(413, `Found ${value.length} events, expected at most ${LARGEST_BATCH} in a batch`);
  return { values: value, one: false };
}

/** Where events go, and where it is written down how many. */
export interface Counted {
  readonly intake: Intake;
  readonly emit: Emit;
}

/** Takes in what a request carries and answers once it is kept; 503 where it could not be, to be sent again. */
export async function answerEvents(
  { intake, emit }: Counted,
  { values, one }: Batch,
  now: Instant,
  bounds?: Bounds,
): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    const { answers, measures } = await take(intake, values, now, bounds);
    emit(measures);
    return responseTo(answers, one);
  } catch (error) {
    log('error', 'events could not be taken', { reason: reasonOf(error) });
    return problemResponse(problem(503, 'The events could not be kept just now; send them again'));
  }
}

/** The response to a request that was read: 202 when all was taken, 207 when only some was, the problem itself for one event. */
export function responseTo(answers: readonly Answer[], one: boolean): APIGatewayProxyStructuredResultV2 {
  const [first] = answers;
  if (one && first?.status === 'refused') return problemResponse(first.problem);
  if (one) return json(202, first);
  const refused = answers.filter(({ status }) => status === 'refused').length;
  const results = answers.map((answer, index) => ({ index, ...answer }));
  const status = refused === 0 ? 202 : refused < answers.length ? 207 : 422;
  return json(status, { accepted: answers.length - refused, refused, results }, refused > 0);
}
