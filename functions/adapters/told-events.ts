import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, type Instant } from '../../shared/calendar/instant.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure } from './condition-failure.ts';
import { expiry } from './expiry.ts';
import { hookEventKey } from './item-keys.ts';

/** The events that pagers told us lately, so that one that is told again is known. */
export interface ToldEvents {
  has(pager: string, id: string): Promise<boolean>;
  /** Writes an event down once all is done that it asks for; kept for a week. */
  add(pager: string, id: string, now: Instant): Promise<void>;
}

const KEPT = 7 * DAY;

/** The events kept in a DynamoDB table, which forgets them by itself. */
export function toldEvents(client: DynamoDBClient, tableName: string): ToldEvents {
  const documents = documentClient(client);
  const table = { TableName: tableName };
  return {
    async has(pager, id) {
      const found = await documents.send(
        new GetCommand({ ...table, Key: hookEventKey(pager, id), ConsistentRead: true }),
      );
      return found.Item !== undefined;
    },
    async add(pager, id, now) {
      const item = { ...hookEventKey(pager, id), expiresAt: expiry(now, KEPT) };
      try {
        await documents.send(new PutCommand({ ...table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }));
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
  };
}
