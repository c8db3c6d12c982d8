import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { measured, measuredByDimension } from './measured.ts';
import { physicalName } from './named.ts';
import type { Queues } from './queues.ts';

const MINUTE = Duration.minutes(1);

/** What the service does for its users, then what it does for itself, then where work lies. */
export function dashboard(
  scope: Construct,
  settings: Settings,
  functions: Readonly<Record<string, IFunction>>,
  queues: Queues,
): void {
  const work = [queues.intake.queue, queues.due.queue, queues.email.queue, queues.page.queue];
  const dead = [queues.intake, queues.due, queues.email, queues.page].map(({ deadLetters }) => deadLetters);
  const workers = Object.values(functions);
  const board = new Dashboard(scope, 'Dashboard', { dashboardName: physicalName(settings, 'overview') });
  board.addWidgets(heading('Promises to requesters'));
  board.addWidgets(
    graph('Promises kept', [measuredByDimension('Met')]),
    graph('Promises broken', [measuredByDimension('Breaches'), measuredByDimension('Missed')]),
    graph('Warned in time', [measuredByDimension('Warnings')]),
    graph('Breaches taken back', [measuredByDimension('Corrections')]),
  );
  board.addWidgets(heading('Notifications'));
  board.addWidgets(
    graph('Deliveries by channel and outcome', [measuredByDimension('Deliveries')]),
    graph('Acted late by (ms)', [
      ...['p50', 'p99', 'Maximum'].map(statistic => measured('Lateness', statistic).with({ label: statistic })),
    ]),
    graph('Longest owed (ms)', [measured('Overdue', 'Maximum', 1)]),
    graph('Sweeps and what they handed out', [measured('Sweeps', 'Sum', 1), measured('Dispatched', 'Sum', 1)]),
    graph(
      'Told by another way, refused for good, mail at a standstill',
      (['FailOvers', 'Refusals', 'Standstills'] as const).map(name => measured(name, 'Sum')),
    ),
  );
  board.addWidgets(heading('Events and work'));
  board.addWidgets(
    graph(
      'Ticket events',
      ['TicketEvents', 'RejectedEvents', 'UnmatchedTickets'].map(name => measured(name as 'TicketEvents', 'Sum')),
    ),
    graph('Messages waiting', work.map(visible)),
    graph('Oldest message (s)', work.map(oldest)),
    graph('Dead letters and rejected events', [...dead, queues.rejected, queues.missedSweeps].map(visible)),
  );
  board.addWidgets(
    graph(
      'Function errors',
      workers.map(worker => worker.metricErrors({ period: MINUTE, label: label(worker) })),
    ),
    graph(
      'Function throttles',
      workers.map(worker => worker.metricThrottles({ period: MINUTE, label: label(worker) })),
    ),
    graph(
      'Function time, p99 (ms)',
      workers.map(worker => worker.metricDuration({ period: MINUTE, statistic: 'p99', label: label(worker) })),
    ),
  );
}

const heading = (text: string): TextWidget => new TextWidget({ markdown: `## ${text}`, width: 24, height: 1 });

const graph = (title: string, left: readonly IMetric[]): GraphWidget =>
  new GraphWidget({ title, left: [...left], width: 6, height: 6, leftYAxis: { min: 0, showUnits: false } });

const label = ({ node }: IFunction | Queue): string => node.id;

const visible = (queue: Queue): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: 'Maximum', label: label(queue) });

const oldest = (queue: Queue): IMetric =>
  queue.metricApproximateAgeOfOldestMessage({ period: MINUTE, label: label(queue) });
