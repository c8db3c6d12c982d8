import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { proxyEvent } from './proxy-event.ts';
import { type Route, routeFor } from './route.ts';
import type { Worker } from './workers.ts';

/** A request to the machine's HTTP API. */
export interface HttpRequest {
  readonly method: string;
  /** As it is sent, its query with it: `/v1/entitlements/contoso?tenant=north`. */
  readonly path: string;
  /** Their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the HTTP API answered. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The text, parsed where it is JSON; undefined where there is none. */
  readonly body: unknown;
}

/** The request that posts one CloudEvent, or a batch of them. */
export const requestOf = (events: object | readonly object[]): HttpRequest => ({
  method: 'POST',
  path: '/v1/events',
  headers: { 'content-type': `application/cloudevents${Array.isArray(events) ? '-batch' : ''}+json` },
  body: JSON.stringify(events),
});

/** Hears what a function answered on a route. */
export type Listening = (routeKey: string, answered: APIGatewayProxyStructuredResultV2) => void;

/** Answers as API Gateway does: what the route's function says, 404 where there is no route, 500 where the function fails. */
export async function answer(
  routes: readonly Route[],
  workerAt: (arn: string) => Worker,
  request: HttpRequest,
  hear: Listening = () => {},
): Promise<HttpAnswer> {
  const [coded = '', query = ''] = request.path.split(/\?(.*)/s);
  const path = decoded(coded);
  if (path === undefined) return gatewaySays(400, 'Bad Request');
  const fit = routeFor(routes, request.method, path);
  if (fit === undefined) return gatewaySays(404, 'Not Found');
  try {
    const worker = workerAt(fit.route.functionArn);
    const asked = proxyEvent(fit, request, path, query);
    const answered = (await worker.invoke(asked)) as APIGatewayProxyStructuredResultV2;
    hear(fit.route.routeKey, answered);
    return answerOf(answered);
  } catch {
    return gatewaySays(500, 'Internal Server Error');
  }
}

function answerOf({ statusCode = 200, headers = {}, body = '' }: APIGatewayProxyStructuredResultV2): HttpAnswer {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { status: statusCode, headers: Object.fromEntries(named), text: body, body: parsed(body) };
}

const gatewaySays = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify({ message }),
  body: { message },
});

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
