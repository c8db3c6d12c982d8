import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { customerShape } from '../../shared/policy/document/entitlement-shape.ts';
import type { Customer } from '../../shared/policy/document/read-entitlements.ts';
import { shapeFindings } from '../../shared/policy/document/shape-findings.ts';
import { type Problem, problem } from '../adapters/problem.ts';
import { detailOf } from './faults.ts';

const onPath = customerShape.pick({ customer: true });
const inQuery = customerShape.pick({ tenant: true });

/** The customer whose address was asked, `…/{customer+}?tenant=…`; or the problem with the address. */
export function customerAt({ pathParameters, queryStringParameters = {} }: APIGatewayProxyEventV2): Customer | Problem {
  const findings = [...shapeFindings(onPath, pathParameters), ...shapeFindings(inQuery, queryStringParameters)];
  if (findings.length > 0)
    return problem(400, 'This is not the address of a customer', {
      detail: findings.map(finding => `${finding.path.join('.')}: ${detailOf(finding)}`).join('; '),
    });
  return { tenant: queryStringParameters.tenant ?? '', customer: pathParameters!.customer! };
}
