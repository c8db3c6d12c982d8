import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../shared/calendar/instant.ts';
import { documentClient } from './clients.ts';
import { type ItemKey, isSameItem } from './item-keys.ts';
import { shardRows } from './shard-rows.ts';

/** An item of which something is owed, and when. */
export interface Owed extends ItemKey {
  readonly nextActionAt: Instant;
}

/** The index of all that is owed, in the order it falls due. */
export interface DueIndex {
  /** What one shard owes up to an instant, maybe only from another on, a page at a time; one request when that is nothing. */
  owed(shard: string, upTo: Instant, from?: Instant): AsyncIterable<readonly Owed[]>;
  /** Whether an item is listed in a shard, at the instant it says. */
  lists(shard: string, owed: Owed): Promise<boolean>;
}

/** The sparse index of a DynamoDB table. */
export function dueIndex(client: DynamoDBClient, tableName: string, indexName: string): DueIndex {
  const documents = documentClient(client);
  const index = { tableName, indexName, instant: 'nextActionAt' };
  return {
    owed: (shard, upTo, from) => shardRows(documents, index, shard, { from, upTo }),
    async lists(shard, { nextActionAt, ...item }) {
      for await (const owed of shardRows<Owed>(documents, index, shard, { from: nextActionAt, upTo: nextActionAt }))
        if (owed.some(each => isSameItem(each, item))) return true;
      return false;
    },
  };
}
