import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';

/** The index of what is owed: sparse, keys only, in the order it falls due. */
export const DUE_INDEX = 'due';

/** The index of the tickets that have a deadline: sparse, keys only, the first due first. */
export const DEADLINE_INDEX = 'deadlines';

/**
 * The one table: tickets, their events, deliveries and policies; it can be put back to any second of the last 35 days, as another
 * table, which then takes its place by its name.
 */
export function ticketTable(scope: Construct, { protect, restoredTable }: Settings): ITable {
  if (restoredTable !== undefined) return Table.fromTableName(scope, 'Tickets', restoredTable);
  const table = new Table(scope, 'Tickets', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'expiresAt',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: protect,
    // Not even where the stack could not be made: its deletion, which is refused, would have the rollback fail as well.
    removalPolicy: protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const [indexName, instant] of [
    [DUE_INDEX, 'nextActionAt'],
    [DEADLINE_INDEX, 'deadlineAt'],
  ] as const)
    table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: 'shard', type: AttributeType.STRING },
      sortKey: { name: instant, type: AttributeType.NUMBER },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  // The CDK's own types disagree about a stream that is not there.
  return table as ITable;
}

/** The index of what is owed as a resource of IAM. */
export const dueIndexArn = (table: ITable): string => `${table.tableArn}/index/${DUE_INDEX}`;

/** The index of deadlines as a resource of IAM. */
export const deadlineIndexArn = (table: ITable): string => `${table.tableArn}/index/${DEADLINE_INDEX}`;
