import { Duration } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { acknowledge } from './acknowledge.ts';
import { type AlarmProps, alarm } from './alarm.ts';
import { measured } from './measured.ts';
import { physicalName } from './named.ts';
import type { Queues } from './queues.ts';

const MINUTE = Duration.minutes(1);

/** What somebody is told of when the service itself needs help; a ticket in trouble is never an alarm. */
export function alarms(
  scope: Construct,
  settings: Settings,
  functions: Readonly<Record<string, IFunction>>,
  queues: Queues,
): void {
  const topic = new Topic(scope, 'Alarms', { topicName: physicalName(settings, 'alarms'), enforceSSL: true });
  if (settings.alarmMail !== undefined)
    acknowledge(topic.addSubscription(new EmailSubscription(settings.alarmMail)), [
      'Serverless-SNSRedrivePolicy',
      'An alarm whose mail went astray still stands in CloudWatch; nobody would watch a queue of such mails.',
    ]);
  const action = new SnsAction(topic);
  const raise = (name: string, props: AlarmProps) => alarm(scope, settings, action, name, props);

  raise('sweep-stopped', {
    impact: 'Nobody is warned of deadlines any more: no sweep has finished for three minutes.',
    metric: measured('Sweeps', 'Sum', 1),
    threshold: 1,
    below: true,
    periods: [3, 3],
    silenceAlarms: true,
  });
  raise('owed-too-long', {
    impact: 'Warnings and breaches reach people late: something due has been waiting for more than five minutes.',
    metric: measured('Overdue', 'Maximum', 1),
    threshold: Duration.minutes(5).toMilliseconds(),
    periods: [3, 5],
  });
  raise('fail-overs', {
    impact: 'A provider fails: people are told by other ways than the policy names first, and two minutes later.',
    metric: measured('FailOvers', 'Sum'),
    threshold: 5,
  });
  raise('refusals', {
    impact: 'Somebody is not told by a way that the policy names, and nobody tries that way again.',
    metric: measured('Refusals', 'Sum'),
    threshold: 1,
  });
  raise('mail-standstill', {
    impact: 'No mail leaves: SES takes none from this account until its quota or its pause is over.',
    metric: measured('Standstills', 'Sum'),
    threshold: 1,
  });
  for (const { name, queue, impact } of deadLetters(queues))
    raise(`${name}-dead-letters`, { impact, metric: visible(queue), threshold: 1 });
  raise('missed-sweeps', {
    impact: 'Warnings may be up to a minute late: the schedule could not start the sweep.',
    metric: visible(queues.missedSweeps),
    threshold: 1,
  });
  raise('rejected-events', {
    impact:
      'A help desk sends events that cannot be read: its tickets are not timed until they are corrected and sent again.',
    metric: visible(queues.rejected),
    threshold: 1,
  });
  for (const [name, worker] of Object.entries(functions))
    raise(`${name}-throttled`, {
      impact: `Work piles up before ${name}: the account has no more concurrency for it, and notifications are late.`,
      metric: worker.metricThrottles({ period: MINUTE, statistic: 'Sum' }),
      threshold: 1,
      periods: [5, 5],
    });
}

const deadLetters = ({ intake, due, email, page, feedback }: Queues) => [
  {
    name: 'intake',
    queue: intake.deadLetters,
    impact: 'Ticket events from the bus are lost to their tickets until they are redriven.',
  },
  { name: 'due', queue: due.deadLetters, impact: 'A ticket cannot be evaluated: its warnings and breaches go untold.' },
  {
    name: 'email',
    queue: email.deadLetters,
    impact: 'A mail about a deadline was given up on because of a fault of ours.',
  },
  {
    name: 'page',
    queue: page.deadLetters,
    impact: 'A page about a deadline was given up on because of a fault of ours: nobody was woken.',
  },
  {
    name: 'feedback',
    queue: feedback.deadLetters,
    impact: 'What became of a mail is not known: if it came back, nobody else was told in its place.',
  },
];

const visible = (queue: Queue) =>
  queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: 'Maximum' });
