import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { type PolicyRef, type PolicySet, policySet } from '../../shared/policy/policy-set.ts';
import { oldItem } from './condition-failure.ts';
import { POLICY_PART, policyItemKey } from './item-keys.ts';

/** The policy editions in force and before. */
export interface PolicyStore {
  /** All editions, at most a minute old, the one a ticket is pinned to among them; throws when that one is nowhere. */
  load(pinned?: PolicyRef): Promise<PolicySet>;
  /** Puts an edition in force for good; throws when another text already stands under its name and edition. */
  add(policy: Policy): Promise<void>;
}

const FRESH = MINUTE;

/** The policy editions kept in a DynamoDB table; a set that has not changed stays compiled. */
export function policyStore(client: DynamoDBClient, tableName: string): PolicyStore {
  const documents = DynamoDBDocumentClient.from(client);
  let cache: { readAt: number; kept: readonly Kept[]; set: PolicySet } | undefined;
  async function read(): Promise<PolicySet> {
    const kept = await readKept(documents, tableName);
    const set = cache && isDeepStrictEqual(cache.kept, kept) ? cache.set : setOf(kept);
    cache = { readAt: Date.now(), kept, set };
    return set;
  }
  return {
    async load(pinned) {
      const fresh = cache && Math.abs(Date.now() - cache.readAt) < FRESH;
      const known = fresh && (pinned === undefined || cache?.set.edition(pinned));
      const set = known && cache ? cache.set : await read();
      if (pinned !== undefined && set.edition(pinned) === undefined)
        throw new Error(`edition ${pinned.edition} of policy ${pinned.name} is not in the table`);
      return set;
    },
    async add(policy) {
      const text = JSON.stringify(policy);
      const Item = { ...policyItemKey(policy), policy: text };
      try {
        await documents.send(
          new PutCommand({
            TableName: tableName,
            Item,
            ConditionExpression: 'attribute_not_exists(pk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
      } catch (error) {
        const old = oldItem(error);
        if (old === undefined) throw error;
        if (old.policy !== text)
          throw new Error(`edition ${policy.edition} of ${policy.name} exists with another text`);
      }
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

async function readKept(client: DynamoDBDocumentClient, tableName: string): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  const query = {
    TableName: tableName,
    KeyConditionExpression: 'pk = :policy',
    ExpressionAttributeValues: { ':policy': POLICY_PART },
  };
  for await (const page of paginateQuery({ client }, query))
    for (const { policy, withdrawn } of page.Items ?? [])
      kept.push({ text: policy, isWithdrawn: withdrawn !== undefined });
  return kept;
}
