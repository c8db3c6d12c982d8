import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { EARLIEST, type Instant } from '../../shared/calendar/instant.ts';

/** An index of a table that is spread over shards and sorted by an instant. */
export interface ShardedIndex {
  readonly tableName: string;
  readonly indexName: string;
  /** The name of the attribute that it is sorted by. */
  readonly instant: string;
}

/** Which rows of a shard are meant, both ends among them, and how many to read at a time; as many as there are where nothing is said. */
export interface ShardRange {
  readonly from?: Instant | undefined;
  readonly upTo: Instant;
  readonly pageSize?: number;
}

/** The rows of one shard of an index in the order of their instants, a page at a time; one request when there are none. */
export async function* shardRows<Row>(
  client: DynamoDBDocumentClient,
  { tableName, indexName, instant }: ShardedIndex,
  shard: string,
  { from = EARLIEST, upTo, pageSize }: ShardRange,
): AsyncGenerator<readonly Row[]> {
  if (from > upTo) return;
  const query = {
    TableName: tableName,
    IndexName: indexName,
    KeyConditionExpression: '#shard = :shard AND #instant BETWEEN :from AND :upTo',
    ExpressionAttributeNames: { '#shard': 'shard', '#instant': instant },
    ExpressionAttributeValues: { ':shard': shard, ':from': from, ':upTo': upTo },
  };
  for await (const { Items = [] } of paginateQuery({ client, ...(pageSize && { pageSize }) }, query))
    if (Items.length > 0) yield Items as Row[];
}
