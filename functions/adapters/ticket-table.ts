import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure, oldItem } from './condition-failure.ts';
import { eventOf } from './event-item.ts';
import { eventKey, ticketItemKey } from './item-keys.ts';
import { fromItem, toItem } from './ticket-item.ts';

/** What became of writing an event down: new, known already, or known with another content. */
export type Written = 'new' | 'known' | 'contradicts';

/** The tickets and their events. Reads are consistent; a write either happens whole or not at all. */
export interface TicketTable {
  get(key: TicketKey): Promise<TicketRecord | undefined>;
  /** Every event of a ticket, in no order. */
  events(key: TicketKey): Promise<readonly TicketEvent[]>;
  /**
   * Writes an event down once, what its customer's entitlement gave with it; the same id again with the same content changes nothing,
   * whatever the entitlement gives by then.
   */
  write(key: TicketKey, event: TicketEvent): Promise<Written>;
  /** Saves the record as its next version, what an event pushed into the past owed from now on; undefined when somebody else did so first. */
  save(record: TicketRecord, now: Instant): Promise<TicketRecord | undefined>;
}

/** The tickets kept in a DynamoDB table, spread over `shards` partitions of its index of what is owed. */
export function ticketTable(client: DynamoDBClient, tableName: string, shards: number): TicketTable {
  const documents = documentClient(client);
  const table = { TableName: tableName };
  return {
    async get(key) {
      const found = await documents.send(new GetCommand({ ...table, Key: ticketItemKey(key), ConsistentRead: true }));
      return found.Item && fromItem(key, found.Item);
    },
    async events(key) {
      const pages = paginateQuery(
        { client: documents },
        {
          ...table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
          ExpressionAttributeValues: { ':pk': ticketItemKey(key).pk, ':event': eventKey('') },
        },
      );
      const events: TicketEvent[] = [];
      for await (const page of pages) for (const item of page.Items ?? []) events.push(eventOf(item));
      return events;
    },
    async write(key, event) {
      const { granted, ...said } = { granted: undefined, ...event };
      const text = JSON.stringify(said);
      const item = {
        pk: ticketItemKey(key).pk,
        sk: eventKey(event.id),
        event: text,
        ...(granted === undefined ? {} : { granted: JSON.stringify(granted) }),
      };
      try {
        await documents.send(
          new PutCommand({
            ...table,
            Item: item,
            ConditionExpression: 'attribute_not_exists(pk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'new';
      } catch (error) {
        const old = oldItem(error);
        if (old === undefined) throw error;
        return old.event === text ? 'known' : 'contradicts';
      }
    },
    async save(record, now) {
      const owed = record.nextActionAt === undefined ? {} : { nextActionAt: Math.max(record.nextActionAt, now) };
      const next = { ...record, ...owed, version: record.version + 1, savedAt: now };
      try {
        await documents.send(
          new PutCommand({
            ...table,
            Item: toItem(next, shards),
            ConditionExpression: record.version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
            ...(record.version === 0 ? {} : { ExpressionAttributeValues: { ':version': record.version } }),
          }),
        );
        return next;
      } catch (error) {
        if (isConditionFailure(error)) return undefined;
        throw error;
      }
    },
  };
}
