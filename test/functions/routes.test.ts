import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Machine } from '../../infra/local/machine.ts';
import { planOf } from '../../infra/local/plan.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { synthesize } from '../../infra/local/synthesize.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({ time: 'stepped', policies: [] });
});
afterAll(() => machine.stop());

const { routes, functions } = planOf(await synthesize(), 'http://queues');

it.each(routes)('$routeKey is known to the function it leads to', async ({ routeKey, functionArn }) => {
  const { name } = functions.find(({ arn }) => arn === functionArn)!;
  const request = { routeKey, headers: {}, requestContext: {} };
  const { body } = (await machine.invoke(name, request)) as APIGatewayProxyStructuredResultV2;
  expect(body).not.toContain('There is nothing here');
});
