import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../infra/local/http-api.ts';
import type { Machine } from '../../infra/local/machine.ts';
import { planOf } from '../../infra/local/plan.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import type { Wire } from '../../infra/local/workers.ts';
import { MONDAY } from '../timelines.ts';

let isDown = false;
const wire: Wire = (_name, clients) => {
  for (const client of Object.values(clients) as {
    middlewareStack: { add(middleware: unknown, options: object): void };
  }[])
    client.middlewareStack.add(
      (next: (args: unknown) => Promise<unknown>) => async (args: unknown) => {
        if (isDown) throw new Error('nothing of AWS answers');
        return next(args);
      },
      { step: 'initialize', name: 'down' },
    );
  return clients;
};

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [], wire });
});
afterAll(() => machine.stop());

const { routes, functions } = planOf(await synthesize(), 'http://queues');

const EVENT = {
  specversion: '1.0',
  id: 'e1',
  source: 'desk',
  subject: 'T1',
  time: new Date(MONDAY).toISOString(),
  type: 'timekeeper.ticket.deleted',
};
const SILENCE = { source: 'desk', to: new Date(MONDAY + 3_600_000).toISOString(), reason: 'we know' };

/** A sound request of each route that has to look something up. */
const SOUND: Readonly<Record<string, readonly [path: string, body?: unknown]>> = {
  'POST /v1/events': ['/v1/events', EVENT],
  'POST /v1/hooks/{source}': ['/v1/hooks/desk', EVENT],
  'GET /v1/tickets/{ticket+}': ['/v1/tickets/T1?source=desk'],
  'GET /v1/explanations/{ticket+}': ['/v1/explanations/T1?source=desk'],
  'GET /v1/at-risk': ['/v1/at-risk'],
  'GET /v1/deliveries': ['/v1/deliveries?undelivered=true'],
  'GET /v1/entitlements/{customer+}': ['/v1/entitlements/contoso'],
  'PUT /v1/entitlements/{customer+}': ['/v1/entitlements/contoso', { 'valid from': '2026-01-01' }],
  'GET /v1/silences': ['/v1/silences'],
  'POST /v1/silences': ['/v1/silences', SILENCE],
  'DELETE /v1/silences/{id}': ['/v1/silences/x'],
  'POST /v1/acknowledgements': ['/v1/acknowledgements', { source: 'desk', ticket: 'T1' }],
  'GET /v1/acknowledge': ['/v1/acknowledge?t=x.y'],
  'POST /v1/acknowledge': ['/v1/acknowledge', 't=x.y'],
  'POST /v1/pagers/{pager}': ['/v1/pagers/pagerduty', {}],
};

function ask(routeKey: string, body: string, type = 'application/json'): Promise<HttpAnswer> {
  const [method = ''] = routeKey.split(' ');
  const headers = { 'content-type': type };
  return machine.ask({ method, path: SOUND[routeKey]![0], headers, body });
}

const isOfJson = (routeKey: string): boolean => /^(PUT|POST)/.test(routeKey);

describe('while nothing of AWS answers', () => {
  beforeAll(() => {
    isDown = true;
    return () => {
      isDown = false;
    };
  });

  it.each(Object.entries(SOUND))('%s says so, to be asked again', async (routeKey, [, body = '']) => {
    const answer = await ask(routeKey, typeof body === 'string' ? body : JSON.stringify(body));
    expect(answer).toMatchObject({ status: 503, headers: { 'content-type': 'application/problem+json' } });
  });
});

it.each(routes)('$routeKey is known to the function it leads to', async ({ routeKey, functionArn }) => {
  const { name } = functions.find(({ arn }) => arn === functionArn)!;
  const request = { routeKey, headers: {}, requestContext: {} };
  const { body } = (await machine.invoke(name, request)) as APIGatewayProxyStructuredResultV2;
  expect(body).not.toContain('There is nothing here');
});

it('the document of the API is told to whoever asks', async () => {
  const answer = await machine.ask({ method: 'GET', path: '/v1/openapi.json', headers: {}, body: '' });
  expect(answer).toMatchObject({ status: 200, body: { openapi: '3.1.1', paths: { '/v1/openapi.json': {} } } });
});

describe.each(routes.filter(({ routeKey, signed }) => signed && isOfJson(routeKey)))(
  'the body of $routeKey',
  ({ routeKey }) => {
    it.each([
      ['no JSON', '{', 'application/json', 400],
      ['too large', `"${'x'.repeat(1024 * 1024)}"`, 'application/json', 413],
      ['of another media type', '{}', 'text/yaml', 415],
      ['with faults', '{}', 'application/json', 422],
    ])('is refused with a problem when it is %s', async (_what, body, type, status) => {
      const answer = await ask(routeKey, body, type);
      expect(answer).toMatchObject({
        status,
        headers: { 'content-type': 'application/problem+json' },
        body: { status },
      });
    });
  },
);
