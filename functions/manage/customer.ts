import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { customerShape } from '../../shared/policy/document/entitlement-shape.ts';
import type { Customer } from '../../shared/policy/document/read-entitlements.ts';
import { parametersOf } from '../adapters/parameters.ts';
import type { Problem } from '../adapters/problem.ts';

/** The customer whose address was asked, `…/{customer+}?tenant=…`; or the problem with the address. */
export function customerAt(request: APIGatewayProxyEventV2): Customer | Problem {
  const asked = parametersOf(customerShape, request);
  if ('status' in asked) return asked;
  const { tenant = '', customer } = asked.value;
  return { tenant, customer };
}
