import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Machine } from '../../infra/local/machine.ts';

/** An item as it stands in the table. */
export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

const BATCH = 25;

/** The table of a machine past all of our own code, as an export or a restore of DynamoDB goes past it. */
export function tableOf({ database }: Machine) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: database.endpoint, region: 'local', credentials }),
  );
  return {
    async items(): Promise<readonly Item[]> {
      const found: Item[] = [];
      for await (const page of paginateScan({ client }, { TableName: database.table }))
        found.push(...((page.Items ?? []) as Item[]));
      return found;
    },
    async put(items: readonly Item[]): Promise<void> {
      for (let from = 0; from < items.length; from += BATCH) {
        const requests = items.slice(from, from + BATCH).map(item => ({ PutRequest: { Item: item } }));
        await client.send(new BatchWriteCommand({ RequestItems: { [database.table]: requests } }));
      }
    },
  };
}
