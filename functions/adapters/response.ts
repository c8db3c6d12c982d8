import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from './problem.ts';

/** A value as a response in JSON, of the media type that problems have where it tells of some (RFC 9457). */
export const json = (statusCode: number, body: unknown, isProblem = false): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': isProblem ? 'application/problem+json' : 'application/json' },
  body: JSON.stringify(body),
});

/** A problem as a response. */
export const problemResponse = (found: Problem): APIGatewayProxyStructuredResultV2 => json(found.status, found, true);
