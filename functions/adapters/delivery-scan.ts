import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { documentClient } from './clients.ts';
import { deliveryFromItem } from './delivery-ledger.ts';
import { readable } from './item-form.ts';
import { deliveryKey, ticketItemKey } from './item-keys.ts';

/** Every delivery of a table, in no order. It reads the whole table, a read unit for each 4 KB: for people, never for functions. */
export async function* scanDeliveries(client: DynamoDBClient, tableName: string): AsyncGenerator<Delivery> {
  const scan = {
    TableName: tableName,
    ConsistentRead: true,
    FilterExpression: 'begins_with(sk, :delivery)',
    ExpressionAttributeValues: { ':delivery': deliveryKey('') },
  };
  for await (const page of paginateScan({ client: documentClient(client) }, scan))
    for (const item of page.Items ?? []) yield deliveryFromItem(readable(item));
}

/** The deliveries of a ticket in the order of their keys, all or those after one key, `pageSize` read at a time where that is said. */
export async function* deliveriesOf(
  client: DynamoDBClient,
  tableName: string,
  ticket: TicketKey,
  { after, pageSize }: { readonly after?: string | undefined; readonly pageSize?: number } = {},
): AsyncGenerator<Delivery> {
  const { pk } = ticketItemKey(ticket);
  const query = {
    TableName: tableName,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :delivery)',
    ExpressionAttributeValues: { ':pk': pk, ':delivery': deliveryKey('') },
  };
  const from = after === undefined ? {} : { startingToken: { pk, sk: after } };
  const pages = paginateQuery({ client: documentClient(client), ...(pageSize && { pageSize }), ...from }, query);
  for await (const page of pages) for (const item of page.Items ?? []) yield deliveryFromItem(item);
}
