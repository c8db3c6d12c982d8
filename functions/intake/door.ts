import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Fault } from '../../shared/ticket/fault.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';

/** A way in for one help desk, and for one tenant only where it is bound to one. */
export interface Door {
  readonly source: string;
  readonly tenant?: string;
}

/** What can stand in the name of a secret, of which a door's address is a part, and not divide it (Secrets Manager, CreateSecret, "Name"). */
const PLAIN = /^[\w+=.@-]{1,100}$/;

/** The door that was asked, `…/{source}?tenant=…`; undefined for an address that no door can have. */
export function doorOf({ pathParameters, queryStringParameters }: APIGatewayProxyEventV2): Door | undefined {
  const source = pathParameters?.source ?? '';
  const { tenant, ...others } = queryStringParameters ?? {};
  if (!PLAIN.test(source) || Object.keys(others).length > 0) return undefined;
  if (tenant === undefined) return { source };
  return PLAIN.test(tenant) ? { source, tenant } : undefined;
}

/** The name of a door among all doors. */
export const nameOf = ({ source, tenant }: Door): string => (tenant === undefined ? source : `${source}/${tenant}`);

/** What is wrong with a ticket's event that comes in by a door, for it tells of another help desk or tenant. */
export const foreignTo =
  (door: Door) =>
  ({ source, tenant }: TicketKey): readonly Fault[] => [
    ...(source === door.source ? [] : [foreign('/source', source, door.source)]),
    ...(door.tenant === undefined || tenant === door.tenant ? [] : [foreign('/tenant', tenant, door.tenant)]),
  ];

const foreign = (pointer: string, found: string, expected: string): Fault => ({
  pointer,
  detail: `found ${found === '' ? 'nothing' : JSON.stringify(found)}, expected "${expected}", whose door this is`,
});
