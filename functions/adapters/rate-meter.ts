import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { HOUR, type Instant } from '../../shared/calendar/instant.ts';
import { againAt, type Lane, type Limit, shareOf, slotsAt } from '../../shared/notification/limit.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure } from './condition-failure.ts';
import { expiry } from './expiry.ts';
import { closedKey, rateKey } from './item-keys.ts';

/** There is room; or it is `full`, to be asked again at that instant; or it is `closed` until then, as it has said itself. */
export type Room = 'room' | { readonly full: Instant } | { readonly closed: Instant };

/** Counts what each destination was asked lately, and keeps what it said itself, however many functions ask. */
export interface RateMeter {
  /** Takes one of what a destination takes, any number where it has no limit; `jitter` is from 0 to 1. */
  take(destination: string, limit: Limit | undefined, lane: Lane, now: Instant, jitter: number): Promise<Room>;
  /** Nobody is to ask a destination until then; one that is closed for longer stays so. */
  close(destination: string, until: Instant, now: Instant): Promise<void>;
}

/** Longer than the longest `per` of a limit. */
const KEPT = 2 * HOUR;

/** The counts kept in a DynamoDB table, an item for each slot of time with any traffic: two requests an attempt, one where there is no limit. */
export function rateMeter(client: DynamoDBClient, tableName: string): RateMeter {
  const documents = documentClient(client);
  const table = { TableName: tableName };

  /** What was taken in the slots before that share a stretch with this one, and until when it is closed. */
  async function takenSince(destination: string, first: number, slot: number) {
    const query = {
      ...table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk >= :first',
      ExpressionAttributeValues: { ':pk': rateKey(destination, slot).pk, ':first': rateKey(destination, first).sk },
    };
    const found = { taken: 0, closedUntil: 0 };
    for await (const page of paginateQuery({ client: documents }, query))
      for (const item of page.Items ?? [])
        if (item.sk === closedKey(destination).sk) found.closedUntil = item.closedUntil;
        else if (item.sk < rateKey(destination, slot).sk) found.taken += item.taken ?? 0;
    return found;
  }

  async function closedUntil(destination: string): Promise<Instant> {
    const found = await documents.send(new GetCommand({ ...table, Key: closedKey(destination), ConsistentRead: true }));
    return found.Item?.closedUntil ?? 0;
  }

  async function add(destination: string, slot: number, what: string, now: Instant, below?: number): Promise<number> {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        ...table,
        Key: rateKey(destination, slot),
        UpdateExpression: 'ADD #what :one SET expiresAt = :then',
        ExpressionAttributeNames: { '#what': what },
        ExpressionAttributeValues: {
          ':one': 1,
          ':then': expiry(now, KEPT),
          ...(below === undefined ? {} : { ':below': below }),
        },
        ...(below === undefined ? {} : { ConditionExpression: 'attribute_not_exists(#what) OR #what < :below' }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Attributes![what];
  }

  async function hasRoom(destination: string, slot: number, room: number, now: Instant): Promise<boolean> {
    if (room <= 0) return false;
    try {
      await add(destination, slot, 'taken', now, room);
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }

  return {
    async take(destination, limit, lane, now, jitter) {
      if (limit === undefined) return openFrom(await closedUntil(destination), now);
      const { slot, first } = slotsAt(limit, now);
      const { taken, closedUntil: until } = await takenSince(destination, first, slot);
      if (until > now) return { closed: until };
      if (await hasRoom(destination, slot, shareOf(limit, lane) - taken, now)) return 'room';
      const place = await add(destination, slot, lane, now);
      return { full: againAt(limit, lane, slot, place, jitter) };
    },
    async close(destination, until, now) {
      const item = { ...closedKey(destination), closedUntil: until, expiresAt: expiry(Math.max(now, until), KEPT) };
      const condition = 'attribute_not_exists(closedUntil) OR closedUntil < :until';
      const values = { ':until': until };
      await documents
        .send(
          new PutCommand({
            ...table,
            Item: item,
            ConditionExpression: condition,
            ExpressionAttributeValues: values,
          }),
        )
        .catch(error => {
          if (!isConditionFailure(error)) throw error;
        });
    },
  };
}

const openFrom = (until: Instant, now: Instant): Room => (until > now ? { closed: until } : 'room');
