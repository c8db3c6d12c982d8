import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/calendar/instant.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure } from './condition-failure.ts';
import { SUPPRESSED_PART, suppressedKey } from './item-keys.ts';

/** An address that no mail goes to any more. */
export interface SuppressedAddress {
  /** In small letters. */
  readonly address: string;
  readonly since: Instant;
  readonly why: string;
}

/** The addresses that sent mail back for good or complained of it. */
export interface SuppressionList {
  get(address: string): Promise<SuppressedAddress | undefined>;
  /** Puts an address on the list; one that is there stays as it is. */
  add(address: string, why: string, now: Instant): Promise<void>;
  /** Takes an address off; gives whether it was there. */
  remove(address: string): Promise<boolean>;
  /** All of them, by address. */
  all(): Promise<readonly SuppressedAddress[]>;
}

/** The list kept in a DynamoDB table. */
export function suppressionList(client: DynamoDBClient, tableName: string): SuppressionList {
  const documents = documentClient(client);
  const table = { TableName: tableName };
  return {
    async get(address) {
      const found = await documents.send(new GetCommand({ ...table, Key: suppressedKey(address) }));
      return found.Item && asAddress(found.Item);
    },
    async add(address, why, now) {
      const item = { ...suppressedKey(address), address: address.toLowerCase(), since: now, why };
      try {
        await documents.send(new PutCommand({ ...table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }));
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
    async remove(address) {
      const command = new DeleteCommand({ ...table, Key: suppressedKey(address), ReturnValues: 'ALL_OLD' });
      return (await documents.send(command)).Attributes !== undefined;
    },
    async all() {
      const query = {
        ...table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': SUPPRESSED_PART },
      };
      const found: SuppressedAddress[] = [];
      for await (const page of paginateQuery({ client: documents }, query))
        found.push(...(page.Items ?? []).map(asAddress));
      return found;
    },
  };
}

const asAddress = ({ address, since, why }: Record<string, unknown>): SuppressedAddress =>
  ({ address, since, why }) as SuppressedAddress;
