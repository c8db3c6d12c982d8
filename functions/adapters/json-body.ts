import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Problem, problem } from './problem.ts';

const LARGEST_BODY = 1024 * 1024;

/** What a request carries as JSON, if it is of a media type that `types` matches; or the problem that says what was `expected`. */
export function jsonBody(
  request: APIGatewayProxyEventV2,
  types: RegExp,
  expected: string,
): { readonly value: unknown } | Problem {
  const type = request.headers['content-type'] ?? '';
  if (!types.test(type)) return problem(415, `Found content type "${type}", expected ${expected}`);
  const body = request.isBase64Encoded ? Buffer.from(request.body ?? '', 'base64').toString() : (request.body ?? '');
  if (body.length > LARGEST_BODY) return problem(413, `A request may have at most ${LARGEST_BODY} characters`);
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    return problem(400, 'The body is not JSON', { detail: error instanceof Error ? error.message : String(error) });
  }
}
