import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { may, pipelineFunction, type Workshop } from './function.ts';
import type { Queues } from './queues.ts';
import { everyMinute } from './schedule.ts';
import { DUE_INDEX, dueIndexArn } from './table.ts';

/** Every minute `audit` checks one slice of the table, so that each ticket is looked at once a round, and mends what it can. */
export function audit(
  scope: Construct,
  workshop: Workshop,
  table: ITable,
  queues: Queues,
  schedules: IScheduleGroup,
): IFunction {
  const { shards, lookAheadSeconds, auditSlices } = workshop.settings;
  const made = pipelineFunction(scope, 'audit', workshop, {
    timeout: Duration.seconds(55),
    environment: {
      TABLE_NAME: table.tableName,
      DUE_INDEX,
      SHARDS: String(shards),
      LOOK_AHEAD_SECONDS: String(lookAheadSeconds),
      AUDIT_SLICES: String(auditSlices),
      DUE_QUEUE_URL: queues.due.queue.queueUrl,
      EMAIL_QUEUE_URL: queues.email.queue.queueUrl,
      PAGE_QUEUE_URL: queues.page.queue.queueUrl,
    },
  });
  may(
    made,
    ['dynamodb:Scan', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:Query'],
    table.tableArn,
  );
  may(made, ['dynamodb:Query'], dueIndexArn(table));
  may(made, ['sqs:SendMessage'], ...[queues.due, queues.email, queues.page].map(work => work.queue.queueArn));
  everyMinute(scope, 'EveryMinuteAudit', workshop, made, queues.missedSweeps, schedules);
  return made;
}
