import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { consumes, may, pipelineFunction, type Workshop } from './function.ts';
import type { Queues } from './queues.ts';
import { everyMinute } from './schedule.ts';
import { DUE_INDEX, dueIndexArn } from './table.ts';

/** The functions that know what is due. */
export interface Deadlines {
  readonly sweep: IFunction;
  readonly evaluate: IFunction;
}

/** Every minute `sweep` hands out what will be due soon, to the second; `evaluate` decides what is due and who is told. */
export const deadlines = (
  scope: Construct,
  workshop: Workshop,
  table: ITable,
  queues: Queues,
  schedules: IScheduleGroup,
): Deadlines => ({
  sweep: sweep(scope, workshop, table, queues, schedules),
  evaluate: evaluate(scope, workshop, table, queues),
});

function sweep(
  scope: Construct,
  workshop: Workshop,
  table: ITable,
  queues: Queues,
  schedules: IScheduleGroup,
): IFunction {
  const { shards, lookAheadSeconds } = workshop.settings;
  const made = pipelineFunction(scope, 'sweep', workshop, {
    timeout: Duration.seconds(55),
    environment: {
      TABLE_NAME: table.tableName,
      DUE_INDEX,
      SHARDS: String(shards),
      LOOK_AHEAD_SECONDS: String(lookAheadSeconds),
      DUE_QUEUE_URL: queues.due.queue.queueUrl,
      EMAIL_QUEUE_URL: queues.email.queue.queueUrl,
      PAGE_QUEUE_URL: queues.page.queue.queueUrl,
    },
  });
  may(made, ['dynamodb:Query'], dueIndexArn(table));
  may(made, ['sqs:SendMessage'], ...[queues.due, queues.email, queues.page].map(work => work.queue.queueArn));
  everyMinute(scope, 'EveryMinute', workshop, made, queues.missedSweeps, schedules);
  return made;
}

/** It sends a ticket on to its next instant where that is near; a ladder has an end, for no rung repeats more than a hundred times. */
function evaluate(scope: Construct, workshop: Workshop, table: ITable, queues: Queues): IFunction {
  const { shards, lookAheadSeconds } = workshop.settings;
  const made = pipelineFunction(scope, 'evaluate', workshop, {
    timeout: queues.due.timeout,
    sendsItself: true,
    environment: {
      TABLE_NAME: table.tableName,
      SHARDS: String(shards),
      LOOK_AHEAD_SECONDS: String(lookAheadSeconds),
      DUE_QUEUE_URL: queues.due.queue.queueUrl,
      EMAIL_QUEUE_URL: queues.email.queue.queueUrl,
      PAGE_QUEUE_URL: queues.page.queue.queueUrl,
    },
  });
  const actions = ['GetItem', 'PutItem', 'DeleteItem', 'Query'].map(action => `dynamodb:${action}`);
  may(made, actions, table.tableArn);
  may(made, ['sqs:SendMessage'], ...[queues.due, queues.email, queues.page].map(work => work.queue.queueArn));
  consumes(made, queues.due, 50);
  return made;
}
