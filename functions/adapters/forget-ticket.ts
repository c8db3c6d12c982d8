import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { documentClient } from './clients.ts';
import { type ItemKey, isSameItem, outageKey, ticketItemKey } from './item-keys.ts';

/**
 * Deletes all that is kept of a ticket: its events, its deliveries, and its record last, so that whoever dies over it finds it again. Gives how
 * many items there were. What is left are names without content that go by themselves: of digests and of pages, with the ticket's key.
 */
export async function forgetTicket(client: DynamoDBClient, tableName: string, ticket: TicketKey): Promise<number> {
  const documents = documentClient(client);
  const record = ticketItemKey(ticket);
  const query = {
    TableName: tableName,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': record.pk },
    ProjectionExpression: 'pk, sk',
  };
  const found: ItemKey[] = [];
  for await (const page of paginateQuery({ client: documents }, query))
    found.push(...((page.Items ?? []) as ItemKey[]));
  const others = found.filter(key => !isSameItem(key, record));
  for (const Key of [...others, outageKey(ticket), record])
    await documents.send(new DeleteCommand({ TableName: tableName, Key }));
  return found.length;
}
