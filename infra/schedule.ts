import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IScheduleGroup, Schedule, ScheduleExpression, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { allow, type Workshop } from './function.ts';
import { physicalName } from './named.ts';

/** The schedules of the stage: CloudWatch has numbers of a group as a whole, and the one that all have by default is the account's. */
export const stageSchedules = (scope: Construct, settings: Settings): IScheduleGroup =>
  new ScheduleGroup(scope, 'Schedules', {
    scheduleGroupName: physicalName(settings, 'schedules'),
    removalPolicy: RemovalPolicy.DESTROY,
  });

/**
 * Calls a function every minute; one that fails is not repeated, for the next does its work as well. Allows the schedule this one function and its queue of failures; the ready-made target would allow
 * every version of it as well.
 */
export function everyMinute(
  scope: Construct,
  id: string,
  { settings }: Workshop,
  worker: IFunction,
  missed: Queue,
  scheduleGroup: IScheduleGroup,
): void {
  const named = id.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase();
  worker.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.seconds(60) });
  const role = new Role(scope, `${id}Role`, { assumedBy: schedulesOf(Stack.of(scope).account) });
  role.addToPolicy(allow(['lambda:InvokeFunction'], worker.functionArn));
  role.addToPolicy(allow(['sqs:SendMessage'], missed.queueArn));
  const schedule = new Schedule(scope, id, {
    scheduleName: physicalName(settings, named),
    scheduleGroup,
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
  schedule.node.addDependency(scheduleGroup);
}

/** The schedules of one account and no other's (https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html). */
const schedulesOf = (account: string): ServicePrincipal =>
  new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': account } } });
