import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ACCOUNT } from './places.ts';
import type { Worker } from './workers.ts';

/** A request to the machine's HTTP API. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the HTTP API answered; the body is parsed where it is JSON. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The request that posts one CloudEvent, or a batch of them. */
export const requestOf = (events: object | readonly object[]): HttpRequest => ({
  method: 'POST',
  path: '/v1/events',
  headers: { 'content-type': `application/cloudevents${Array.isArray(events) ? '-batch' : ''}+json` },
  body: JSON.stringify(events),
});

/** Answers as API Gateway does: the route's function, 404 where there is none, 500 where it fails. */
export async function answer(routes: ReadonlyMap<string, Worker>, request: HttpRequest): Promise<HttpAnswer> {
  const routeKey = `${request.method} ${request.path}`;
  const worker = routes.get(routeKey);
  if (worker === undefined) return { status: 404, headers: {}, body: { message: 'Not Found' } };
  try {
    const result = (await worker.invoke(proxyEvent(routeKey, request))) as APIGatewayProxyStructuredResultV2;
    const headers = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    return { status: result.statusCode ?? 200, headers, body: parsed(result.body) };
  } catch {
    return { status: 500, headers: {}, body: { message: 'Internal Server Error' } };
  }
}

/** The request as a Lambda function gets it, in payload format 2.0. */
function proxyEvent(routeKey: string, { method, path, headers, body }: HttpRequest): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: { ...headers },
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: headers['user-agent'] ?? 'local' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    body,
    isBase64Encoded: false,
  };
}

function parsed(body: string | undefined): unknown {
  if (body === undefined || body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
