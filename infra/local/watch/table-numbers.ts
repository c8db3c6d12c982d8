import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Report } from './report.ts';

interface Consumed {
  readonly TableName: string;
  readonly Table?: { readonly CapacityUnits: number };
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits: number }>>;
}

const READS = /^(Get|Query|Scan|BatchGet)/;

const THROTTLED = ['ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'ThrottlingException'];

/**
 * Has every call through a connection say what it used, and reports it as DynamoDB does: of the table, and of each index apart; a call
 * that was turned away is reported by its operation
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html).
 */
export function reportUnits(client: DynamoDBClient, report: Report): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async args => {
        const input = { ...args.input, ReturnConsumedCapacity: 'INDEXES' };
        const result = await next({ ...args, input } as typeof args).catch(error => {
          const Operation = String(commandName).replace(/Command$/, '');
          const { TableName } = args.input as { readonly TableName: string };
          if (THROTTLED.includes(error.name))
            report({ namespace: 'AWS/DynamoDB', name: 'ThrottledRequests', dimensions: { TableName, Operation } }, 1);
          throw error;
        });
        const name = `Consumed${READS.test(String(commandName)) ? 'Read' : 'Write'}CapacityUnits`;
        const number = (dimensions: Readonly<Record<string, string>>, units: number) =>
          report({ namespace: 'AWS/DynamoDB', name, dimensions }, units);
        const { ConsumedCapacity: used } = result.output as { readonly ConsumedCapacity?: Consumed };
        if (used === undefined) return result;
        const { TableName, Table, GlobalSecondaryIndexes = {} } = used;
        if (Table !== undefined) number({ TableName }, Table.CapacityUnits);
        for (const [index, { CapacityUnits }] of Object.entries(GlobalSecondaryIndexes))
          number({ TableName, GlobalSecondaryIndexName: index }, CapacityUnits);
        return result;
      },
    { step: 'initialize', name: 'report units' },
  );
}
