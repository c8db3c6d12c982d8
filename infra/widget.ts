import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { may, pipelineFunction, type Workshop } from './function.ts';
import { physicalName } from './named.ts';
import type { Queues } from './queues.ts';
import { DEADLINE_INDEX, DUE_INDEX, deadlineIndexArn, dueIndexArn } from './table.ts';

/**
 * Draws the live lists of the operations dashboard. A dashboard calls it in the name of whoever looks at it, who needs
 * `lambda:InvokeFunction` on it, and its buttons write: whoever may look may press them. Who did is not told to a function; CloudTrail keeps it,
 * where a trail is told to (docs/operations.md, https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html).
 */
export function widget(scope: Construct, workshop: Workshop, table: ITable, queues: Queues): IFunction {
  const { settings } = workshop;
  const arn = Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: physicalName(settings, 'widget'),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const made = pipelineFunction(scope, 'widget', workshop, {
    timeout: Duration.seconds(15),
    environment: {
      TABLE_NAME: table.tableName,
      DUE_INDEX,
      DEADLINE_INDEX,
      SHARDS: String(settings.shards),
      EMAIL_QUEUE_URL: queues.email.queue.queueUrl,
      PAGE_QUEUE_URL: queues.page.queue.queueUrl,
      WIDGET_ARN: arn,
    },
  });
  may(made, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], table.tableArn);
  may(made, ['dynamodb:Query'], dueIndexArn(table), deadlineIndexArn(table));
  may(made, ['sqs:SendMessage'], queues.email.queue.queueArn, queues.page.queue.queueArn);
  return made;
}
