import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, type Instant } from '../../shared/calendar/instant.ts';
import { documentClient } from './clients.ts';
import { expiry } from './expiry.ts';
import { type ItemKey, nameKey } from './item-keys.ts';

/** Which delivery somebody else means by a name of it: the key of a page, the id of a mail. */
export interface DeliveryNames {
  /** Writes down that a delivery has a name, once or again; it is kept for 400 days. */
  remember(name: string, key: ItemKey, now: Instant): Promise<void>;
  /** Where the delivery of that name is; undefined when there is none. */
  find(name: string): Promise<ItemKey | undefined>;
}

/** The name of the page of a key. */
export const pageName = (key: string): string => `PAGE#${key}`;

/** The name of a page that its pager has given it. */
export const pageNameThere = (pager: string, name: string): string => `PAGE#${pager}#${name}`;

/** The name of the mail that is tagged with a fingerprint. */
export const mailName = (tag: string): string => `MAIL#${tag}`;

/** Longer than any page stays open. */
const KEPT = 400 * DAY;

/** The names kept in a DynamoDB table, an item each. */
export function deliveryNames(client: DynamoDBClient, tableName: string): DeliveryNames {
  const documents = documentClient(client);
  const table = { TableName: tableName };
  return {
    async remember(name, { pk, sk }, now) {
      const item = { ...nameKey(name), of: [pk, sk], expiresAt: expiry(now, KEPT) };
      await documents.send(new PutCommand({ ...table, Item: item }));
    },
    async find(name) {
      const found = await documents.send(new GetCommand({ ...table, Key: nameKey(name), ConsistentRead: true }));
      const [pk, sk] = (found.Item?.of ?? []) as readonly string[];
      return pk === undefined || sk === undefined ? undefined : { pk, sk };
    },
  };
}
