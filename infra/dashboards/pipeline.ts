import { Duration } from 'aws-cdk-lib';
import type { Dashboard, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/installation/settings.ts';
import { measuredIn } from '../measured.ts';
import { DEADLINE_INDEX, DUE_INDEX } from '../table.ts';
import type { Watched } from '../watched.ts';
import { board, graph } from './board.ts';
import { handedOn } from './handed-on.ts';
import { requests } from './requests.ts';

const MINUTE = Duration.minutes(1);

/** Each hop from a ticket event to a message that leaves: how much, how long it waits, what fails, what it uses. */
export const pipeline = (scope: Construct, settings: Settings, watched: Watched): Dashboard => {
  const { api, functions, queues, table } = watched;
  const { measured, measuredByDimension } = measuredIn(settings);
  const workers = Object.values(functions);
  const hops = [queues.intake, queues.due, queues.email, queues.page, queues.feedback];
  const work = hops.map(({ queue }) => queue);
  const dead = hops.map(({ deadLetters }) => deadLetters);
  return board(scope, settings, 'pipeline', [
    {
      about: '## Events in, deadlines handed out',
      widgets: [
        graph('Ticket events', [measured('TicketEvents', 'Sum'), measured('RejectedEvents', 'Sum')]),
        graph('Tickets without a policy', [measured('UnmatchedTickets', 'Sum')]),
        graph('Sweeps and what they handed out', [measured('Sweeps', 'Sum', 1), measured('Dispatched', 'Sum', 1)]),
        graph('Longest owed (ms)', [measured('Overdue', 'Maximum', 1)]),
      ],
    },
    requests(api),
    {
      about: '## Queues',
      widgets: [
        graph('Messages sent', work.map(sent)),
        graph('Messages waiting', work.map(visible)),
        graph('Oldest message (s)', work.map(oldest)),
        graph(
          'Dead letters, rejected events, missed sweeps',
          [...dead, queues.rejected, queues.missedSweeps].map(visible),
        ),
      ],
    },
    {
      about: '## Functions: rate, errors, time, concurrency, throttles',
      widgets: [
        graph(
          'Invocations',
          workers.map(worker => worker.metricInvocations(labelled(worker))),
          { inRow: 6 },
        ),
        graph(
          'Errors',
          workers.map(worker => worker.metricErrors(labelled(worker))),
          { inRow: 6 },
        ),
        graph(
          'Time, p50 (ms)',
          workers.map(worker => worker.metricDuration({ ...labelled(worker), statistic: 'p50' })),
          { inRow: 6 },
        ),
        graph(
          'Time, p99 (ms)',
          workers.map(worker => worker.metricDuration({ ...labelled(worker), statistic: 'p99' })),
          { inRow: 6 },
        ),
        graph(
          'Concurrency',
          workers.map(worker => worker.metric('ConcurrentExecutions', { ...labelled(worker), statistic: 'Maximum' })),
          { inRow: 6 },
        ),
        graph(
          'Throttles, and messages dropped as a loop',
          [
            ...workers.map(worker => worker.metricThrottles(labelled(worker))),
            ...workers.map(worker => worker.metric('RecursiveInvocationsDropped', dropped(worker))),
          ],
          { inRow: 6 },
        ),
      ],
    },
    handedOn(settings, watched),
    {
      about: '## Table, and the audit that reads all of it',
      widgets: [
        graph('Read units', [table.metricConsumedReadCapacityUnits({ label: 'table' }), ...ofIndexes(table, 'Read')]),
        graph('Write units', [
          table.metricConsumedWriteCapacityUnits({ label: 'table' }),
          ...ofIndexes(table, 'Write'),
        ]),
        graph('Audits and what they disagreed with', [measured('Audits', 'Sum'), measured('Disagreements', 'Sum')]),
        graph('Findings of the audit', [measuredByDimension('Findings')]),
      ],
    },
  ]);
};

const label = ({ node }: IFunction | Queue): string => node.id.replace(/Queue$/, '');

const labelled = (worker: IFunction) => ({ period: MINUTE, label: label(worker) });

const dropped = (worker: IFunction) => ({ period: MINUTE, statistic: 'Sum', label: `${label(worker)}, as a loop` });

const sent = (queue: Queue): IMetric => queue.metricNumberOfMessagesSent({ period: MINUTE, label: label(queue) });

const visible = (queue: Queue): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: 'Maximum', label: label(queue) });

const oldest = (queue: Queue): IMetric =>
  queue.metricApproximateAgeOfOldestMessage({ period: MINUTE, label: label(queue) });

/** What each index uses, which counts apart from its table (DynamoDB, "Metrics and dimensions"). */
const ofIndexes = (table: ITable, of: 'Read' | 'Write'): readonly IMetric[] =>
  [DUE_INDEX, DEADLINE_INDEX].map(index =>
    table.metric(`Consumed${of}CapacityUnits`, {
      dimensionsMap: { TableName: table.tableName, GlobalSecondaryIndexName: index },
      statistic: 'Sum',
      label: `index ${index}`,
    }),
  );
