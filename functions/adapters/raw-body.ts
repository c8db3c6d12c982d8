import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Problem, problem } from './problem.ts';

const LARGEST = 256 * 1024;

/** The body of a request as it was sent, for its signature to be checked; or the problem with more than 256 KiB of it. */
export function rawBody({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string | Problem {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return bytes.length > LARGEST ? problem(413, `A request may have at most ${LARGEST} bytes`) : bytes.toString();
}
