import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Queues, WorkQueue } from '../queues.ts';
import type { AlarmProps } from './alarm.ts';

/** Whether anything lies where nothing should lie. A queue of dead letters only ever means a fault of ours. */
export const queueAlarms = (queues: Queues): readonly AlarmProps[] => [
  dead('intake', queues.intake, 'Ticket events from the bus are lost to their tickets until they are redriven.'),
  { ...dead('due', queues.due, 'A ticket cannot be evaluated: its warnings and breaches go untold.'), urgent: true },
  dead('email', queues.email, 'A mail about a deadline was given up on because of a fault of ours.'),
  {
    ...dead(
      'page',
      queues.page,
      'A page about a deadline was given up on because of a fault of ours: nobody was woken.',
    ),
    urgent: true,
  },
  dead(
    'feedback',
    queues.feedback,
    'What became of a mail is not known: if it came back, nobody else was told in its place.',
  ),
  {
    name: 'missed-sweeps',
    impact: 'Warnings may be up to a minute late: the schedule could not start the sweep.',
    metric: visible(queues.missedSweeps),
    threshold: 1,
  },
  {
    name: 'rejected-events',
    impact:
      'A help desk sends events that cannot be read: its tickets are not timed until they are corrected and sent again.',
    metric: visible(queues.rejected),
    threshold: 1,
  },
];

const dead = (name: string, { deadLetters }: WorkQueue, impact: string): AlarmProps => ({
  name: `${name}-dead-letters`,
  impact,
  metric: visible(deadLetters),
  threshold: 1,
});

const visible = (queue: Queue) =>
  queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' });
