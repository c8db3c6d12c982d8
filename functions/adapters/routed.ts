import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { log, reasonOf } from './log.ts';
import { problem } from './problem.ts';
import { problemResponse } from './response.ts';

/** What a function does with the requests of one route. */
export type Route = (request: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * Hands each request to its route, by the key API Gateway knows that by: `PUT /v1/entitlements/{customer+}`. A route that throws is
 * answered for with 503, for it may be tried again.
 */
export const routed = (routes: Readonly<Record<string, Route>>): Route => {
  const byKey = new Map(Object.entries(routes));
  return async request => {
    const route = byKey.get(request.routeKey);
    if (route === undefined) return problemResponse(problem(404, 'There is nothing here'));
    try {
      return await route(request);
    } catch (error) {
      log('error', 'a request could not be answered', { route: request.routeKey, reason: reasonOf(error) });
      return problemResponse(problem(503, 'This could not be done just now; try again'));
    }
  };
};
