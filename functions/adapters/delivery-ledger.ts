import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { ClockCycle, Resolution } from '../../shared/engine.ts';
import { type Delivery, owed } from '../../shared/notification/delivery.ts';
import { cycleKey, firingKey, type Notification, notificationKey } from '../../shared/notification/notification.ts';
import type { Channel } from '../../shared/policy/ladder.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure } from './condition-failure.ts';
import { deliveryKey, type ItemKey, shardOf, ticketItemKey } from './item-keys.ts';

/** Where a delivery is, and which queue it goes to. */
export interface Row extends ItemKey {
  readonly channel: Channel;
}

/** What became of every notification. Reads are consistent; a write either happens whole or not at all. */
export interface DeliveryLedger {
  /** Writes down that a notification is owed; one that is known already stays as it is. */
  owe(notification: Notification, now: Instant): Promise<Row>;
  /** All that a clock cycle has owed. */
  cycle(ticket: TicketKey, cycle: ClockCycle): Promise<readonly Delivery[]>;
  /** The pages of a clock cycle that a resolution is about. */
  pages(ticket: TicketKey, resolution: Resolution): Promise<readonly Delivery[]>;
  /** Everything that the firing of a rung tells, of which this is one. */
  firing(of: Notification): Promise<readonly Delivery[]>;
  get(key: ItemKey): Promise<Delivery | undefined>;
  /** Saves the delivery as its next version; undefined when somebody else did so first. */
  save(delivery: Delivery): Promise<Delivery | undefined>;
}

/** The ledger kept in a DynamoDB table, spread over `shards` partitions of its index of what is owed. */
export function deliveryLedger(client: DynamoDBClient, tableName: string, shards: number): DeliveryLedger {
  const documents = documentClient(client);
  const table = { TableName: tableName };

  async function get(key: ItemKey): Promise<Delivery | undefined> {
    const { pk, sk } = key;
    const found = await documents.send(new GetCommand({ ...table, Key: { pk, sk }, ConsistentRead: true }));
    return found.Item && deliveryFromItem(found.Item);
  }

  async function save(delivery: Delivery): Promise<Delivery | undefined> {
    const next = { ...delivery, version: delivery.version + 1 };
    const condition =
      delivery.version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': delivery.version } };
    try {
      await documents.send(new PutCommand({ ...table, Item: toItem(next, shards), ...condition }));
      return next;
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
  }

  /** The deliveries of a ticket whose notifications' keys begin like that. */
  async function beginning(ticket: TicketKey, keys: string): Promise<readonly Delivery[]> {
    const found: Delivery[] = [];
    const query = {
      ...table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :keys)',
      ExpressionAttributeValues: { ':pk': ticketItemKey(ticket).pk, ':keys': deliveryKey(keys) },
    };
    for await (const page of paginateQuery({ client: documents }, query))
      found.push(...(page.Items ?? []).map(deliveryFromItem));
    return found;
  }

  return {
    get,
    save,
    async owe(notification, now) {
      await save(owed(notification, now));
      return rowOf(notification);
    },
    firing: of => beginning(of.ticket, firingKey(of)),
    cycle: (ticket, cycle) => beginning(ticket, cycleKey(cycle)),
    async pages(ticket, resolution) {
      const told = await beginning(ticket, cycleKey(resolution));
      return told.filter(({ notification: { channel, round } }) => channel === 'page' && round <= resolution.upToRound);
    },
  };
}

/** Where the delivery of a notification is. */
export const rowOf = (notification: Notification): Row => ({
  pk: ticketItemKey(notification.ticket).pk,
  sk: deliveryKey(notificationKey(notification)),
  channel: notification.channel,
});

/** The index attributes are there only while something is owed. */
function toItem(delivery: Delivery, shards: number): Record<string, unknown> {
  const { pk, sk } = rowOf(delivery.notification);
  return { pk, sk, ...delivery, ...(delivery.nextActionAt === undefined ? {} : { shard: shardOf(pk + sk, shards) }) };
}

/** The delivery an item holds, with whatever a later release has added to it. */
export function deliveryFromItem(item: Readonly<Record<string, unknown>>): Delivery {
  const { pk: _pk, sk: _sk, shard: _shard, form: _form, ...delivery } = item;
  return delivery as unknown as Delivery;
}
