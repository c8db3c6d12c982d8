import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { shapeFindings } from '../../shared/policy/document/shape-findings.ts';
import { detailOf } from './faults.ts';
import { type Problem, problem } from './problem.ts';

/** What a request says in its path and its query, in one; or the problem with that, every fault named. */
export function parametersOf<T>(
  shape: z.ZodType<T>,
  { pathParameters = {}, queryStringParameters = {} }: APIGatewayProxyEventV2,
): { readonly value: T } | Problem {
  const given = { ...queryStringParameters, ...pathParameters };
  const twice = Object.keys(queryStringParameters).filter(name => Object.hasOwn(pathParameters, name));
  const faults = [
    ...twice.map(name => `${name}: found it in the query too, expected it in the path alone`),
    ...shapeFindings(shape, given).map(finding => `${finding.path.join('.')}: ${detailOf(finding)}`),
  ];
  if (faults.length === 0) return { value: shape.parse(given) };
  return problem(400, 'This is not how to ask here', { detail: faults.join('; ') });
}
