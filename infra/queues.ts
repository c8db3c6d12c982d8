import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type RedriveAllowPolicy, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { except } from './exception.ts';
import { constructId, named, physicalName, queueArn } from './named.ts';

/** A queue made for the function that works it off, and the place for what it fails at again and again. */
export interface WorkQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** How long the consuming function may take. */
  readonly timeout: Duration;
}

/** The queues between the functions, in the order of the flow. */
export interface Queues {
  readonly intake: WorkQueue;
  readonly due: WorkQueue;
  readonly email: WorkQueue;
  readonly page: WorkQueue;
  /** What SES tells of mails it was given. */
  readonly feedback: WorkQueue;
  /** Events that were refused, each with its problem; read by people. */
  readonly rejected: Queue;
  /** Minutes the schedule could not start the sweep for. */
  readonly missedSweeps: Queue;
}

/** All queues of the pipeline. */
export const pipelineQueues = (scope: Construct, settings: Settings): Queues => ({
  intake: workQueue(scope, settings, 'intake', Duration.seconds(20)),
  due: workQueue(scope, settings, 'due', Duration.seconds(20)),
  email: workQueue(scope, settings, 'email', Duration.seconds(30)),
  page: workQueue(scope, settings, 'page', Duration.seconds(30)),
  feedback: workQueue(scope, settings, 'feedback', Duration.seconds(20)),
  rejected: restingQueue(scope, settings, 'rejected'),
  missedSweeps: restingQueue(scope, settings, 'missed-sweeps'),
});

const SAFE = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

function workQueue(scope: Construct, settings: Settings, name: string, timeout: Duration): WorkQueue {
  const deadLetters = restingQueue(scope, settings, `${name}-dead-letters`, {
    redrivePermission: RedrivePermission.BY_QUEUE,
    sourceQueues: [Queue.fromQueueArn(scope, `${name}-source`, queueArn(scope, physicalName(settings, name)))],
  });
  const queue = new Queue(scope, constructId(`${name}-queue`), {
    ...SAFE,
    queueName: physicalName(settings, name),
    retentionPeriod: Duration.days(4),
    visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  });
  return { queue: named(queue, name), deadLetters, timeout };
}

/** Nothing consumes it: what lies in it waits for people, for 14 days. */
function restingQueue(
  scope: Construct,
  settings: Settings,
  name: string,
  redriveAllowPolicy?: RedriveAllowPolicy,
): Queue {
  const queue = new Queue(scope, constructId(`${name}-queue`), {
    ...SAFE,
    queueName: physicalName(settings, name),
    retentionPeriod: Duration.days(14),
    ...(redriveAllowPolicy === undefined ? {} : { redriveAllowPolicy }),
  });
  except(queue, ['AwsSolutions-SQS3', END_OF_THE_LINE], ['Serverless-SQSRedrivePolicy', END_OF_THE_LINE]);
  return named(queue, name);
}

const END_OF_THE_LINE = 'What failed already lies in it, and no function consumes it: so nothing in it can fail again.';
