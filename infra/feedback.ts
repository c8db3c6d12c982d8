import { Duration } from 'aws-cdk-lib';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { consumes, may, pipelineFunction, type Workshop } from './function.ts';
import { physicalName } from './named.ts';
import type { Queues } from './queues.ts';
import type { Records } from './records-stack.ts';

/** The rule that brings in what SES tells. */
export const MAIL_FEEDBACK = 'mail-feedback';

/** What SES tells of our mails on the account's default event bus comes to `feedback`, which writes it into the ledger. */
export function feedback(scope: Construct, workshop: Workshop, records: Records, queues: Queues): IFunction {
  const { table } = records;
  const made = pipelineFunction(scope, 'feedback', workshop, {
    timeout: queues.feedback.timeout,
    environment: {
      TABLE_NAME: table.tableName,
      SHARDS: String(workshop.settings.shards),
      EMAIL_QUEUE_URL: queues.email.queue.queueUrl,
      PAGE_QUEUE_URL: queues.page.queue.queueUrl,
    },
  });
  may(made, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], table.tableArn);
  may(made, ['sqs:SendMessage'], queues.email.queue.queueArn, queues.page.queue.queueArn);
  byMailService(scope, workshop, records, queues);
  consumes(made, queues.feedback, 10);
  return made;
}

/** Of all that SES tells in the account only what is about mails with our configuration set and the tag that names a delivery. */
function byMailService(
  scope: Construct,
  { settings }: Workshop,
  { mailConfigurationSet }: Records,
  { feedback }: Queues,
): void {
  new Rule(scope, 'MailFeedback', {
    ruleName: physicalName(settings, MAIL_FEEDBACK),
    eventPattern: {
      source: ['aws.ses'],
      detail: {
        eventType: ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject', 'DeliveryDelay'],
        mail: { tags: { 'ses:configuration-set': [mailConfigurationSet], delivery: Match.prefix('') } },
      },
    },
    targets: [
      new SqsQueue(feedback.queue, {
        deadLetterQueue: feedback.deadLetters,
        retryAttempts: 185,
        maxEventAge: Duration.hours(24),
      }),
    ],
  });
}
