import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Problem, problem } from '../adapters/problem.ts';
import type { Answer } from './answer.ts';

const LARGEST_BODY = 1024 * 1024;
const LARGEST_BATCH = 500;

/** The events a request carries: one CloudEvent or an array of them, as JSON; or why there are none. */
export function eventsOf(request: APIGatewayProxyEventV2): { values: readonly unknown[]; one: boolean } | Problem {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(json|cloudevents(-batch)?\+json)\s*(;|$)/i.test(type))
    return problem(415, `Found content type "${type}", expected application/cloudevents+json or its batch`);
  const body = request.isBase64Encoded ? Buffer.from(request.body ?? '', 'base64').toString() : (request.body ?? '');
  if (body.length > LARGEST_BODY) return problem(413, `A request may have at most ${LARGEST_BODY} characters`);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    return problem(400, 'The body is not JSON', { detail: error instanceof Error ? error.message : String(error) });
  }
  if (!Array.isArray(value)) return { values: [value], one: true };
  if (value.length === 0) return problem(422, 'Found an empty batch, expected at least one event');
  if (value.length > LARGEST_BATCH)
    return problem(413, `Found ${value.length} events, expected at most ${LARGEST_BATCH} in a batch`);
  return { values: value, one: false };
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

/** A problem as a response. */
export const problemResponse = (found: Problem): APIGatewayProxyStructuredResultV2 => json(found.status, found, true);

const json = (statusCode: number, body: unknown, isProblem = false): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': isProblem ? 'application/problem+json' : 'application/json' },
  body: JSON.stringify(body),
});
