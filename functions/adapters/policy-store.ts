import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { type PolicySet, policySet } from '../../shared/policy/policy-set.ts';
import type { PolicyRef } from '../../shared/ticket/policy-ref.ts';
import { documentClient } from './clients.ts';
import { POLICY_PART, POLICY_REVISION } from './item-keys.ts';

/** The policy editions in force and before. */
export interface PolicyStore {
  /** All editions, at most a minute old, the one a ticket is pinned to among them; throws when that one is nowhere. */
  load(pinned?: PolicyRef): Promise<PolicySet>;
}

const FRESH = MINUTE;

/** The policy editions kept in a DynamoDB table; while none is applied or withdrawn, half a read unit a minute. */
export function policyStore(client: DynamoDBClient, tableName: string): PolicyStore {
  const documents = documentClient(client);
  let cache: { readAt: number; revision: unknown; set: PolicySet } | undefined;

  async function read(): Promise<PolicySet> {
    const readAt = Date.now();
    const revision = await readRevision(documents, tableName);
    const set = setOf(await readKept(documents, tableName));
    cache = { readAt, revision, set };
    return set;
  }

  /** The set that was read before, if no edition was applied or withdrawn since; looked up once a minute. */
  async function unchanged(): Promise<PolicySet | undefined> {
    if (cache === undefined || Math.abs(Date.now() - cache.readAt) < FRESH) return cache?.set;
    const readAt = Date.now();
    if ((await readRevision(documents, tableName)) !== cache.revision) return undefined;
    cache = { ...cache, readAt };
    return cache.set;
  }

  return {
    async load(pinned) {
      const before = await unchanged();
      const known = before !== undefined && (pinned === undefined || before.edition(pinned) !== undefined);
      const set = known ? before : await read();
      if (pinned !== undefined && set.edition(pinned) === undefined)
        throw new Error(`edition ${pinned.edition} of policy ${pinned.name} is not in the table`);
      return set;
    },
  };
}

/** An edition as the table has it: its text, and whether it was withdrawn. */
interface Kept {
  readonly text: string;
  readonly isWithdrawn: boolean;
}

function setOf(kept: readonly Kept[]): PolicySet {
  const editions = kept.map(({ text, isWithdrawn }) => ({ policy: JSON.parse(text) as Policy, isWithdrawn }));
  return policySet(
    editions.map(({ policy }) => policy),
    editions.filter(({ isWithdrawn }) => isWithdrawn).map(({ policy }) => policy),
  );
}

async function readRevision(client: ReturnType<typeof documentClient>, tableName: string): Promise<unknown> {
  const found = await client.send(new GetCommand({ TableName: tableName, Key: POLICY_REVISION, ConsistentRead: true }));
  return found.Item?.revision;
}

async function readKept(client: ReturnType<typeof documentClient>, tableName: string): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  const query = {
    TableName: tableName,
    KeyConditionExpression: 'pk = :policy',
    ConsistentRead: true,
    ExpressionAttributeValues: { ':policy': POLICY_PART },
  };
  for await (const page of paginateQuery({ client }, query))
    for (const { policy, withdrawn } of page.Items ?? [])
      kept.push({ text: policy, isWithdrawn: withdrawn !== undefined });
  return kept;
}
