import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/calendar/instant.ts';
import { documentClient } from './clients.ts';
import type { ItemKey } from './item-keys.ts';

/** An item of which something is owed, and when. */
export interface Owed extends ItemKey {
  readonly nextActionAt: Instant;
}

/** The index of all that is owed, in the order it falls due. */
export interface DueIndex {
  /** What one shard owes up to an instant, a page at a time; one request when that is nothing. */
  owed(shard: string, upTo: Instant): AsyncIterable<readonly Owed[]>;
  /** Whether an item is listed in a shard, at the instant it says. */
  lists(shard: string, owed: Owed): Promise<boolean>;
}

/** The sparse index of a DynamoDB table. */
export function dueIndex(client: DynamoDBClient, tableName: string, indexName: string): DueIndex {
  const documents = documentClient(client);
  return {
    async *owed(shard, upTo) {
      const pages = paginateQuery(
        { client: documents },
        {
          TableName: tableName,
          IndexName: indexName,
          KeyConditionExpression: '#shard = :shard AND nextActionAt <= :upTo',
          ExpressionAttributeNames: { '#shard': 'shard' },
          ExpressionAttributeValues: { ':shard': shard, ':upTo': upTo },
        },
      );
      for await (const page of pages) {
        const owed = (page.Items ?? []) as Owed[];
        if (owed.length > 0) yield owed;
      }
    },
    async lists(shard, { pk, sk, nextActionAt }) {
      const pages = paginateQuery(
        { client: documents },
        {
          TableName: tableName,
          IndexName: indexName,
          KeyConditionExpression: '#shard = :shard AND nextActionAt = :at',
          ExpressionAttributeNames: { '#shard': 'shard' },
          ExpressionAttributeValues: { ':shard': shard, ':at': nextActionAt },
        },
      );
      for await (const page of pages) if (page.Items?.some(item => item.pk === pk && item.sk === sk)) return true;
      return false;
    },
  };
}
