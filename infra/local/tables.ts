import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import { entitlementStore } from '../../functions/adapters/entitlement-store.ts';
import { ticketItemKey, ticketKeyOf } from '../../functions/adapters/item-keys.ts';
import { policyEditions } from '../../functions/adapters/policy-editions.ts';
import { fromItem } from '../../functions/adapters/ticket-item.ts';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { Entitlement } from '../../shared/policy/entitlement.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { LocalError } from './local-error.ts';
import type { OwedItem } from './owed-watch.ts';

/** The stack's table, as people and tests look at it. */
export interface Tables {
  ticket(key: TicketKey): Promise<TicketRecord | undefined>;
  tickets(): Promise<readonly TicketRecord[]>;
  /** Every event of a ticket, in no order. */
  events(key: TicketKey): Promise<readonly TicketEvent[]>;
  /** The delivery ledger: of one ticket, or of all. */
  deliveries(key?: TicketKey): Promise<readonly Delivery[]>;
  /** All of which something is owed. */
  owed(): Promise<readonly OwedItem[]>;
  /** The latest instant anything was written at; undefined when there is nothing. */
  lastWritten(): Promise<Instant | undefined>;
  /** Puts an edition in force; throws when another text already stands under its name and edition. */
  addPolicy(policy: Policy): Promise<void>;
  /** Puts what a customer is entitled to on file. */
  addEntitlement(entitlement: Entitlement): Promise<void>;
}

/** Creates the table where it does not exist yet. */
export async function openTables(client: DynamoDBClient, input: CreateTableCommandInput): Promise<Tables> {
  await client.send(new CreateTableCommand(input)).catch(error => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
  const documents = DynamoDBDocumentClient.from(client);
  const table = { TableName: input.TableName };
  const [index] = input.GlobalSecondaryIndexes ?? [];
  const owedAt = index?.KeySchema?.find(({ KeyType }) => KeyType === 'RANGE')?.AttributeName;

  async function items(prefix: string, key?: TicketKey): Promise<readonly Record<string, unknown>[]> {
    const begins = 'begins_with(sk, :prefix)';
    const of = { ...table, ConsistentRead: true, ExpressionAttributeValues: { ':prefix': prefix } };
    const pk = key && partOf(key);
    const pages = pk
      ? paginateQuery(
          { client: documents },
          {
            ...of,
            KeyConditionExpression: `pk = :pk AND ${begins}`,
            ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
          },
        )
      : paginateScan({ client: documents }, { ...of, FilterExpression: begins });
    const found: Record<string, unknown>[] = [];
    for await (const page of pages) found.push(...(page.Items ?? []));
    return found;
  }

  return {
    async ticket(key) {
      const Key = { pk: partOf(key), sk: 'TICKET' };
      const { Item } = await documents.send(new GetCommand({ ...table, Key, ConsistentRead: true }));
      return Item && asRecord(Item);
    },
    tickets: async () => (await items('TICKET')).map(asRecord),
    events: async key => (await items('EVENT#', key)).map(({ event }) => JSON.parse(String(event))),
    async deliveries(key) {
      return (await items('DELIVERY#', key)).map(row => without(row) as unknown as Delivery);
    },
    async owed() {
      const found: OwedItem[] = [];
      if (index === undefined || owedAt === undefined) return found;
      for await (const page of paginateScan({ client: documents }, { ...table, IndexName: index.IndexName }))
        for (const item of page.Items ?? [])
          found.push({ pk: item.pk, sk: item.sk, nextActionAt: Number(item[owedAt]) });
      return found;
    },
    async lastWritten() {
      const rows = [...(await items('TICKET')), ...(await items('DELIVERY#'))];
      const instants = rows.map(({ savedAt, changedAt }) => Number(savedAt ?? changedAt ?? 0));
      return instants.length === 0 ? undefined : instants.reduce((a, b) => Math.max(a, b));
    },
    async addPolicy(policy) {
      const stamp = { by: 'the local machine', at: Date.now() };
      if ((await policyEditions(client, input.TableName!).apply(policy, undefined, stamp)) === 'contradicts')
        throw new LocalError(
          `The data already has an edition ${policy.edition} of policy ${policy.name} with another text: give the changed policy a new edition, or use the --port of before.`,
        );
    },
    addEntitlement: entitlement => entitlementStore(client, input.TableName!).put(entitlement),
  };
}

const partOf = (key: TicketKey): string => ticketItemKey(key).pk;

const asRecord = (item: Record<string, unknown>): TicketRecord => fromItem(ticketKeyOf({ pk: String(item.pk) }), item);

function without(item: Record<string, unknown>): Record<string, unknown> {
  const { pk: _pk, sk: _sk, shard: _shard, ...rest } = item;
  return rest;
}
