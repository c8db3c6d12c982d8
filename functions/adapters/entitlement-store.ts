import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { type Entitlement, LONGEST_CUSTOMER } from '../../shared/policy/entitlement.ts';
import { documentClient } from './clients.ts';
import { entitlementKey } from './item-keys.ts';

/** What customers are entitled to. */
export interface EntitlementStore {
  /** Every entitlement of a customer, past and coming ones too, at most a minute old. */
  of(tenant: string, customer: string): Promise<readonly Entitlement[]>;
  /** The same as it is on file at this moment, by the day it is valid from. */
  onFile(tenant: string, customer: string): Promise<readonly Entitlement[]>;
  /** Puts an entitlement on file, in place of one of the same customer that is valid from the same instant. */
  put(entitlement: Entitlement): Promise<void>;
}

const FRESH = MINUTE;

/** Customers kept in mind; more than that and all are forgotten, for senders may name anybody. */
const MOST_KNOWN = 2000;

/** The entitlements kept in a DynamoDB table. */
export function entitlementStore(client: DynamoDBClient, tableName: string): EntitlementStore {
  const documents = documentClient(client);
  const known = new Map<string, { readonly readAt: number; readonly entitlements: readonly Entitlement[] }>();

  async function read(pk: string, isConsistent: boolean): Promise<readonly Entitlement[]> {
    const entitlements: Entitlement[] = [];
    const query = {
      TableName: tableName,
      KeyConditionExpression: 'pk = :customer',
      ConsistentRead: isConsistent,
      ExpressionAttributeValues: { ':customer': pk },
    };
    for await (const page of paginateQuery({ client: documents }, query))
      for (const item of page.Items ?? []) entitlements.push(JSON.parse(item.entitlement));
    return entitlements;
  }

  return {
    async of(tenant, customer) {
      if (customer.length > LONGEST_CUSTOMER) return [];
      const { pk } = entitlementKey(tenant, customer, 0);
      const cached = known.get(pk);
      if (cached && Math.abs(Date.now() - cached.readAt) < FRESH) return cached.entitlements;
      const entitlements = await read(pk, false);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(pk, { readAt: Date.now(), entitlements });
      return entitlements;
    },
    onFile: (tenant, customer) => read(entitlementKey(tenant, customer, 0).pk, true),
    async put(entitlement) {
      const { tenant, customer, from } = entitlement;
      const Item = { ...entitlementKey(tenant, customer, from), entitlement: JSON.stringify(entitlement) };
      await documents.send(new PutCommand({ TableName: tableName, Item }));
      known.delete(Item.pk);
    },
  };
}
