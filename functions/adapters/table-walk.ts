import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { documentClient } from './clients.ts';

/** An item as the table has it. */
export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** All items of one key, such as a ticket with its events and deliveries. */
export interface Part {
  readonly pk: string;
  readonly items: readonly Item[];
}

/**
 * Reads one slice of the whole table, past every index: as many of its keys as fall into it, each with all its items, which a scan
 * gives one after the other (DynamoDB, "Parallel scan"). It costs a read unit for each 4 KB.
 */
export async function* walk(
  client: DynamoDBClient,
  tableName: string,
  slice: number,
  slices: number,
): AsyncGenerator<Part> {
  const scan = { TableName: tableName, ConsistentRead: true, Segment: slice, TotalSegments: slices };
  let part: { pk: string; items: Item[] } | undefined;
  for await (const page of paginateScan({ client: documentClient(client) }, scan))
    for (const item of (page.Items ?? []) as Item[]) {
      if (part?.pk === item.pk) {
        part.items.push(item);
        continue;
      }
      if (part) yield part;
      part = { pk: item.pk, items: [item] };
    }
  if (part) yield part;
}
