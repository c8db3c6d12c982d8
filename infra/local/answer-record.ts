import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ASKED_FOLDER } from './asked-record.ts';

/** An answer of one of the routes. */
export interface Answered {
  readonly routeKey: string;
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

/** How the names of the files end that answers are written to, a line of JSON for each. */
export const ANSWERS = '.answers';

const name = `${randomUUID()}${ANSWERS}`;
const noted = new Set<string>();

/** Writes an answer of a route down, each once, where a record is kept for the tests. */
export function noteAnswer(
  routeKey: string,
  { statusCode = 200, headers = {}, body = '' }: APIGatewayProxyStructuredResultV2,
): void {
  const folder = process.env[ASKED_FOLDER];
  if (!folder) return;
  const type = headers['content-type'];
  const answered = { routeKey, status: statusCode, type: type === undefined ? type : String(type), text: body };
  const line = JSON.stringify(answered satisfies Answered);
  if (noted.size < noted.add(line).size) appendFileSync(join(folder, name), `${line}\n`);
}
