import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { PolicyRef } from '../../shared/ticket/policy-ref.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure, oldItem } from './condition-failure.ts';
import { POLICY_PART, POLICY_REVISION, policyItemKey } from './item-keys.ts';

/** Who did something, and when. */
export interface Stamp {
  readonly by: string;
  readonly at: Instant;
}

/** An edition as it is kept; the stamps are there as far as somebody gave them. */
export interface Edition {
  readonly policy: Policy;
  readonly applied?: Stamp;
  readonly withdrawn?: Stamp;
}

/** What became of keeping an edition: new, kept already with the same content, or kept already with another. */
export type Applied = 'new' | 'known' | 'contradicts';

/** The editions of all policies, as those who look after them see them. An edition never changes but to be withdrawn. */
export interface PolicyEditions {
  /** Every edition, by name and then by date. */
  all(): Promise<readonly Edition[]>;
  /** Keeps an edition, with the document it was read from where there is one. */
  apply(policy: Policy, document: string | undefined, stamp: Stamp): Promise<Applied>;
  /** Withdraws an edition; false when it is withdrawn already or is not there. */
  withdraw(ref: PolicyRef, stamp: Stamp): Promise<boolean>;
  /** The document an edition was read from; undefined where none was kept. */
  document(ref: PolicyRef): Promise<string | undefined>;
}

/** The editions kept in a DynamoDB table. */
export function policyEditions(client: DynamoDBClient, tableName: string): PolicyEditions {
  const documents = documentClient(client);
  const table = { TableName: tableName };

  /** Lets those who decide know that they have to read the editions again. */
  const announce = () =>
    documents.send(
      new UpdateCommand({
        ...table,
        Key: POLICY_REVISION,
        UpdateExpression: 'ADD revision :one',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );

  return {
    async all() {
      const editions: Edition[] = [];
      const query = {
        ...table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :policy',
        ExpressionAttributeValues: { ':policy': POLICY_PART },
      };
      for await (const page of paginateQuery({ client: documents }, query))
        for (const { policy, applied, withdrawn } of page.Items ?? [])
          editions.push({ policy: JSON.parse(policy), ...(applied && { applied }), ...(withdrawn && { withdrawn }) });
      return editions;
    },
    async apply(policy, document, applied) {
      const text = JSON.stringify(policy);
      const Item = { ...policyItemKey(policy), policy: text, applied };
      const put = { ...table, Item, ConditionExpression: 'attribute_not_exists(pk)' };
      const became = await documents
        .send(new PutCommand({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }))
        .then((): Applied => 'new')
        .catch((error): Applied => {
          const old = oldItem(error);
          if (old === undefined) throw error;
          return old.policy === text ? 'known' : 'contradicts';
        });
      if (became === 'new' && document !== undefined)
        await documents.send(new PutCommand({ ...table, Item: { ...documentKey(policy), document } }));
      if (became !== 'contradicts') await announce();
      return became;
    },
    async withdraw(ref, withdrawn) {
      const update = {
        ...table,
        Key: policyItemKey(ref),
        UpdateExpression: 'SET withdrawn = :withdrawn',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(withdrawn)',
        ExpressionAttributeValues: { ':withdrawn': withdrawn },
      };
      try {
        await documents.send(new UpdateCommand(update));
        await announce();
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    async document(ref) {
      return (await documents.send(new GetCommand({ ...table, Key: documentKey(ref) }))).Item?.document;
    },
  };
}

/** Apart from the editions, so that functions that read those do not pay for it. */
const documentKey = (ref: PolicyRef) => ({ ...policyItemKey(ref), pk: 'POLICY DOCUMENT' });
