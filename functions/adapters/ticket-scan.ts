import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import { documentClient } from './clients.ts';
import { readable } from './item-form.ts';
import { ticketItemKey, ticketKeyOf } from './item-keys.ts';
import { fromItem } from './ticket-item.ts';

/** Every ticket of a table, or every one of that id, in no order. It reads the whole table: for people, never for functions. */
export async function* scanTickets(
  client: DynamoDBClient,
  tableName: string,
  id?: string,
): AsyncGenerator<TicketRecord> {
  const { sk } = ticketItemKey({ tenant: '', source: '', id: '' });
  const scan = {
    TableName: tableName,
    ConsistentRead: true,
    FilterExpression: 'sk = :ticket',
    ExpressionAttributeValues: { ':ticket': sk },
  };
  for await (const page of paginateScan({ client: documentClient(client) }, scan))
    for (const item of page.Items ?? []) {
      const key = ticketKeyOf({ pk: item.pk });
      if (id === undefined || key.id === id) yield fromItem(key, readable(item));
    }
}

/** Over how many parts of the index the functions spread what is owed, by any ticket they wrote; one where there is none. */
export async function shardsOf(client: DynamoDBClient, tableName: string): Promise<number> {
  const scan = { TableName: tableName, FilterExpression: 'attribute_exists(shards)' };
  for await (const page of paginateScan({ client: documentClient(client) }, scan))
    for (const { shards } of page.Items ?? []) return Number(shards);
  return 1;
}
