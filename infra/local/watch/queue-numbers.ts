import { type Instant, SECOND } from '../../../shared/calendar/instant.ts';
import type { QueuePlan } from '../plan.ts';
import type { QueueEngine } from '../queue-engine.ts';
import type { Report } from './report.ts';

/**
 * Reports what SQS reports of every queue once a minute: how much can be had, how old the oldest of it is, how much was sent since
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html).
 */
export function queueNumbers(queues: QueueEngine, plans: readonly QueuePlan[], report: Report): (now: Instant) => void {
  const sentBefore = new Map<string, number>();
  return now => {
    for (const { arn, queueName } of plans) {
      const number = (name: string, value: number) =>
        report({ namespace: 'AWS/SQS', name, dimensions: { QueueName: queueName } }, value);
      const sent = queues.sent(arn);
      const oldest = queues.oldest(arn);
      number('ApproximateNumberOfMessagesVisible', queues.depth(arn).ready);
      number('ApproximateAgeOfOldestMessage', oldest === undefined ? 0 : Math.round((now - oldest) / SECOND));
      number('NumberOfMessagesSent', sent - (sentBefore.get(arn) ?? 0));
      sentBefore.set(arn, sent);
    }
  };
}
