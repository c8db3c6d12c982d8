import { Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { allow, type Workshop } from './function.ts';
import { physicalName } from './named.ts';

/**
 * Calls a function every minute. Allows the schedule this one function and its queue of failures; the ready-made target would allow
 * every version of it as well.
 */
export function everyMinute(
  scope: Construct,
  id: string,
  { settings }: Workshop,
  worker: IFunction,
  missed: Queue,
): void {
  const named = id.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase();
  const role = new Role(scope, `${id}Role`, { assumedBy: schedulesOf(Stack.of(scope).account) });
  role.addToPolicy(allow(['lambda:InvokeFunction'], worker.functionArn));
  role.addToPolicy(allow(['sqs:SendMessage'], missed.queueArn));
  new Schedule(scope, id, {
    scheduleName: physicalName(settings, named),
    schedule: ScheduleExpression.rate(Duration.minutes(1)),
    target: {
      bind: () => ({
        arn: worker.functionArn,
        role,
        deadLetterConfig: { arn: missed.queueArn },
        retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
      }),
    },
  });
}

/** The schedules of one account and no other's (https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html). */
const schedulesOf = (account: string): ServicePrincipal =>
  new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': account } } });
