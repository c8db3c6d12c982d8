import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { parseTicketKey, type TicketKey } from '../../shared/ticket/ticket-key.ts';
import { documentClient } from './clients.ts';
import { outageKey } from './item-keys.ts';

/** Which tickets may mute the others of their tenant: a marker is where to look, and only the ticket itself is believed. */
export interface OutageMarkers {
  put(ticket: TicketKey): Promise<void>;
  remove(ticket: TicketKey): Promise<void>;
  of(tenant: string): Promise<readonly TicketKey[]>;
}

/** The markers kept in a DynamoDB table: an item for each such ticket, and none for any other. */
export function outageMarkers(client: DynamoDBClient, tableName: string): OutageMarkers {
  const documents = documentClient(client);
  const table = { TableName: tableName };
  return {
    async put(ticket) {
      await documents.send(new PutCommand({ ...table, Item: outageKey(ticket) }));
    },
    async remove(ticket) {
      await documents.send(new DeleteCommand({ ...table, Key: outageKey(ticket) }));
    },
    async of(tenant) {
      const tickets: TicketKey[] = [];
      const query = {
        ...table,
        KeyConditionExpression: 'pk = :outages',
        ExpressionAttributeValues: { ':outages': outageKey({ tenant, source: '', id: '' }).pk },
      };
      for await (const page of paginateQuery({ client: documents }, query))
        for (const { sk } of page.Items ?? []) tickets.push(parseTicketKey(sk));
      return tickets;
    },
  };
}
