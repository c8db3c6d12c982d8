import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../shared/calendar/instant.ts';
import { documentClient } from './clients.ts';
import type { ItemKey } from './item-keys.ts';
import { type ShardRange, shardRows } from './shard-rows.ts';

/** A ticket with an open clock that is due, or was, and when. */
export interface Deadline extends ItemKey {
  readonly deadlineAt: Instant;
}

/** The index of the tickets that have a deadline, the first due first. */
export interface DeadlineIndex {
  /** Those of one shard with a deadline in a stretch of time, a page at a time; one request when there are none. */
  deadlines(shard: string, range: ShardRange): AsyncIterable<readonly Deadline[]>;
}

/** The sparse index of a DynamoDB table. */
export function deadlineIndex(client: DynamoDBClient, tableName: string, indexName: string): DeadlineIndex {
  const documents = documentClient(client);
  return {
    deadlines: (shard, range) => shardRows(documents, { tableName, indexName, instant: 'deadlineAt' }, shard, range),
  };
}
