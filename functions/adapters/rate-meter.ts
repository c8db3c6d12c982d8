import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { HOUR, type Instant } from '../../shared/calendar/instant.ts';
import { againAt, type Lane, type Limit, shareOf, slotsAt } from '../../shared/notification/limit.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure } from './condition-failure.ts';
import { expiry } from './expiry.ts';
import { rateKey } from './item-keys.ts';

/** Counts what each destination was asked lately, however many functions ask. */
export interface RateMeter {
  /** Takes one of what a destination takes; gives the instant to ask again at where there is no room now. `jitter` is from 0 to 1. */
  take(destination: string, limit: Limit, lane: Lane, now: Instant, jitter: number): Promise<Instant | undefined>;
}

/** Longer than the longest `per` of a limit. */
const KEPT = HOUR;

/** The counts kept in a DynamoDB table, an item for each slot of time with any traffic: two requests an attempt. */
export function rateMeter(client: DynamoDBClient, tableName: string): RateMeter {
  const documents = documentClient(client);
  const table = { TableName: tableName };

  /** What was taken in the slots before that share a stretch with this one. */
  async function taken(destination: string, first: number, slot: number): Promise<number> {
    const query = {
      ...table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': rateKey(destination, slot).pk,
        ':first': rateKey(destination, first).sk,
        ':last': rateKey(destination, slot - 1).sk,
      },
    };
    let sum = 0;
    for await (const page of paginateQuery({ client: documents }, query))
      for (const item of page.Items ?? []) sum += item.taken ?? 0;
    return sum;
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
      const { slot, first } = slotsAt(limit, now);
      const room = shareOf(limit, lane) - (await taken(destination, first, slot));
      if (await hasRoom(destination, slot, room, now)) return undefined;
      const place = await add(destination, slot, lane, now);
      return againAt(limit, lane, slot, place, jitter);
    },
  };
}
