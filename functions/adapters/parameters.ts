import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { shapeFindings } from '../../shared/policy/document/shape-findings.ts';
import { detailOf } from './faults.ts';
import { type Problem, problem } from './problem.ts';

/** What a request says in its path and its query, one of its path before one of its query; or the problem with that, every fault named. */
export function parametersOf<T>(
  shape: z.ZodType<T>,
  { pathParameters = {}, queryStringParameters = {} }: APIGatewayProxyEventV2,
): { readonly value: T } | Problem {
  const given = { ...queryStringParameters, ...pathParameters };
  const findings = shapeFindings(shape, given);
  if (findings.length === 0) return { value: shape.parse(given) };
  return problem(400, 'This is not how to ask here', {
    detail: findings.map(finding => `${finding.path.join('.')}: ${detailOf(finding)}`).join('; '),
  });
}
