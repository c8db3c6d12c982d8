import { Duration } from 'aws-cdk-lib';
import { type ITable, Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { AlarmProps } from './alarm.ts';

/** All that our functions ask of the table. */
const OPERATIONS = [
  Operation.GET_ITEM,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.DELETE_ITEM,
  Operation.QUERY,
  Operation.SCAN,
];

/** What it means of a function that nothing waits in front of. */
const HURTS: Readonly<Record<string, string>> = {
  hook: 'Help desks are turned away, and have to send their events again',
  acknowledge: 'People who acknowledge are turned away, and have to try again',
  manage: 'People are turned away who manage silences and entitlements',
  query: 'People who look how things stand are turned away',
  widget: 'The live lists of the operations dashboard stay empty',
};

/** Whether the account or the table gives us less than we need. */
export const throttleAlarms = (
  functions: Readonly<Record<string, IFunction>>,
  table: ITable,
): readonly AlarmProps[] => [
  ...Object.entries(functions).map(([name, worker]) => ({
    name: `${name}-throttled`,
    impact: `${HURTS[name] ?? 'Work piles up and notifications are late'}: the account has no more concurrency for ${name}.`,
    metric: worker.metricThrottles({ period: Duration.minutes(1), statistic: 'Sum' }),
    threshold: 1,
    periods: [3, 5] as const,
  })),
  {
    name: 'table-throttled',
    impact: 'Tickets are saved and found late: the table turns requests away.',
    metric: table.metricThrottledRequestsForOperations({
      operations: OPERATIONS,
      period: Duration.minutes(1),
    }),
    threshold: 1,
    periods: [3, 5],
  },
];
