import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../infra/local/http-api.ts';
import { type Route, routeFor } from '../../../infra/local/route.ts';
import type { Worker } from '../../../infra/local/workers.ts';

const route = (routeKey: string, signed = true): Route => ({ routeKey, functionArn: 'echo', signed });

/** The table of examples of API Gateway's own guide, "Create routes for HTTP APIs". */
describe('of several routes that fit a request, the one taken', () => {
  const routes = [
    '$default',
    'ANY /{proxy+}',
    'GET /pets/{proxy+}',
    'GET /pets/dog/{id}',
    'GET /pets/dog/1',
    'ANY /pets/dog',
    'POST /pets/dog',
  ].map(key => route(key));

  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    ['POST', '/pets/dog', 'POST /pets/dog', {}],
    ['PUT', '/pets/dog', 'ANY /pets/dog', {}],
    ['GET', '/', '$default', {}],
  ])('by %s %s is %s', (method, path, key, parameters) => {
    expect(routeFor(routes, method, path)).toEqual({ route: route(key), parameters });
  });

  it('is none where a variable would stand for nothing, or something is left over', () => {
    const few = [route('GET /pets/{id}'), route('GET /all/{rest+}')];
    for (const path of ['/pets/', '/pets', '/pets/1/2', '/all/', '/all', '/else']) {
      expect(routeFor(few, 'GET', path)).toBeUndefined();
    }
    expect(routeFor(few, 'PUT', '/pets/1')).toBeUndefined();
  });
});

describe('a request', () => {
  const heard: APIGatewayProxyEventV2[] = [];
  const echo = {
    invoke: async (event: APIGatewayProxyEventV2) => {
      heard.push(event);
      return { headers: { 'Content-Type': 'text/html' }, body: '<p>heard</p>' };
    },
  } as unknown as Worker;
  const ask = (path: string, ...routes: readonly Route[]) =>
    answer(routes, () => echo, { method: 'GET', path, headers: {}, body: '' });

  it('reaches its function decoded, what its query tells twice with a comma between', async () => {
    expect(await ask('/v1/of/A%2FS%20%E8%8F%AF?a=1&b=x%26y&a=2', route('GET /v1/of/{name+}'))).toEqual({
      status: 200,
      headers: { 'content-type': 'text/html' },
      text: '<p>heard</p>',
      body: '<p>heard</p>',
    });
    expect(heard.at(-1)).toMatchObject({
      routeKey: 'GET /v1/of/{name+}',
      rawPath: '/v1/of/A/S 華',
      rawQueryString: 'a=1&b=x%26y&a=2',
      pathParameters: { name: 'A/S 華' },
      queryStringParameters: { a: '1,2', b: 'x&y' },
      requestContext: { http: { method: 'GET', path: '/v1/of/A/S 華' } },
    });
  });

  it('tells who signed it where the route asks for that, and nothing it has not got', async () => {
    await ask('/open', route('GET /open', false), route('GET /shut'));
    const { pathParameters, queryStringParameters, requestContext } = heard.at(-1)!;
    expect([pathParameters, queryStringParameters, 'authorizer' in requestContext]).toEqual([
      undefined,
      undefined,
      false,
    ]);
    await ask('/shut', route('GET /open', false), route('GET /shut'));
    const { authorizer } = (heard.at(-1) as APIGatewayProxyEventV2WithIAMAuthorizer).requestContext;
    expect(authorizer.iam.userArn).toBe('arn:aws:iam::000000000000:user/local');
  });

  it('that is none is answered by the gateway', async () => {
    expect(await ask('/v1/%zz', route('$default'))).toMatchObject({ status: 400, body: { message: 'Bad Request' } });
    expect(await ask('/v1/x')).toMatchObject({ status: 404, text: '{"message":"Not Found"}' });
  });
});
