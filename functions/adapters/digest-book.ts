import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, type Instant } from '../../shared/calendar/instant.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure } from './condition-failure.ts';
import { expiry } from './expiry.ts';
import { digestKey, type ItemKey, MEMBER, memberKey } from './item-keys.ts';

/** Who tells a digest, and whether nobody joins it any more. */
export interface Digest {
  readonly lead: ItemKey;
  readonly closed: boolean;
}

/** Who is told together with whom. Reads are consistent; a write either happens whole or not at all. */
export interface DigestBook {
  /** Counts one more in a window; gives which one it is, from 1. */
  count(window: ItemKey, now: Instant): Promise<number>;
  /** Adds a delivery; it leads where nobody does yet. Where the digest is closed, nobody is sure to see it there. */
  join(id: string, member: ItemKey, now: Instant): Promise<Digest>;
  get(id: string): Promise<Digest | undefined>;
  /** From now on whoever joins is told that it is too late; those that joined before are all among the members. */
  close(id: string): Promise<void>;
  /** Lets another lead; false where somebody else than `from` leads. */
  handOver(id: string, from: ItemKey, to: ItemKey): Promise<boolean>;
  members(id: string): Promise<readonly ItemKey[]>;
  has(id: string, member: ItemKey): Promise<boolean>;
  leave(id: string, member: ItemKey): Promise<void>;
}

/** Longer than any window is asked about. */
const COUNTED = DAY;
/** Longer than any page stays open. */
const KEPT = 400 * DAY;

/** The book kept in a DynamoDB table: an item for each digest and each member, all under one key. */
export function digestBook(client: DynamoDBClient, tableName: string): DigestBook {
  const documents = documentClient(client);
  const table = { TableName: tableName };

  async function update(
    { pk, sk }: ItemKey,
    expression: string,
    values: Record<string, unknown>,
    condition?: string,
  ): Promise<Record<string, unknown>> {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        ...table,
        Key: { pk, sk },
        UpdateExpression: expression,
        ExpressionAttributeValues: values,
        ...(condition === undefined ? {} : { ConditionExpression: condition }),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes!;
  }

  return {
    async count(window, now) {
      const expression = 'ADD notifications :one SET expiresAt = :then';
      const counted = await update(window, expression, { ':one': 1, ':then': expiry(now, COUNTED) });
      return Number(counted.notifications);
    },
    async join(id, member, now) {
      const then = expiry(now, KEPT);
      await documents.send(new PutCommand({ ...table, Item: { ...memberKey(id, member), member, expiresAt: then } }));
      const expression = 'SET leader = if_not_exists(leader, :member), expiresAt = :then';
      return digestOf(await update(digestKey(id), expression, { ':member': member, ':then': then }));
    },
    async get(id) {
      const { Item } = await documents.send(new GetCommand({ ...table, Key: digestKey(id), ConsistentRead: true }));
      return Item && digestOf(Item);
    },
    async close(id) {
      await update(digestKey(id), 'SET closed = :yes', { ':yes': true });
    },
    async handOver(id, from, to) {
      try {
        await update(digestKey(id), 'SET leader = :to', { ':from': from, ':to': to }, 'leader = :from');
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    async members(id) {
      const query = {
        ...table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :id AND begins_with(sk, :member)',
        ExpressionAttributeValues: { ':id': id, ':member': MEMBER },
      };
      const members: ItemKey[] = [];
      for await (const page of paginateQuery({ client: documents }, query))
        for (const { member } of page.Items ?? []) members.push(member);
      return members;
    },
    async has(id, member) {
      const { Item } = await documents.send(
        new GetCommand({ ...table, Key: memberKey(id, member), ConsistentRead: true }),
      );
      return Item !== undefined;
    },
    async leave(id, member) {
      await documents.send(new DeleteCommand({ ...table, Key: memberKey(id, member) }));
    },
  };
}

const digestOf = ({ leader, closed }: Record<string, unknown>): Digest => ({
  lead: leader as ItemKey,
  closed: closed === true,
});
