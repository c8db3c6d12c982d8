import { CfnOutput, Duration } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { consumes, may, pipelineFunction, type Workshop } from './function.ts';
import { physicalName } from './named.ts';
import type { Queues } from './queues.ts';

/** The event bus that help desks put ticket events on. */
export const BUS = 'tickets';

/** The rule of that bus which brings ticket events in. */
export const TICKET_EVENTS = 'ticket-events';

/** Ticket events come in by HTTP and by an event bus; `ingest` turns both into ticket records. */
export function intake(scope: Construct, workshop: Workshop, table: ITable, queues: Queues, api: HttpApi): IFunction {
  const { shards, lookAheadSeconds } = workshop.settings;
  const ingest = pipelineFunction(scope, 'ingest', workshop, {
    timeout: queues.intake.timeout,
    environment: {
      TABLE_NAME: table.tableName,
      DUE_QUEUE_URL: queues.due.queue.queueUrl,
      REJECTED_QUEUE_URL: queues.rejected.queueUrl,
      LOOK_AHEAD_SECONDS: String(lookAheadSeconds),
      SHARDS: String(shards),
    },
  });
  may(ingest, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:Query'], table.tableArn);
  may(ingest, ['sqs:SendMessage'], queues.due.queue.queueArn, queues.rejected.queueArn);
  byHttp(api, ingest);
  byBus(scope, workshop, queues);
  consumes(ingest, queues.intake, 10);
  return ingest;
}

function byHttp(api: HttpApi, ingest: IFunction): void {
  api.addRoutes({
    path: '/v1/events',
    methods: [HttpMethod.POST],
    integration: new HttpLambdaIntegration('Ingest', ingest),
    authorizer: new HttpIamAuthorizer(),
  });
}

/**
 * Everything put on our bus is for us, well formed or not: what cannot be read is rejected with its problem, not dropped. It has no fair group,
 * unlike what we send ourselves: a target could take one from the event
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html), but a tenant need not be there, and may be called what
 * SQS takes for no group, such as by a name with a blank; its events would then not be taken at all. Who sends by HTTP waits for nobody.
 */
function byBus(scope: Construct, { settings }: Workshop, { intake }: Queues): void {
  const bus = new EventBus(scope, 'Bus', { eventBusName: physicalName(settings, BUS) });
  new Rule(scope, 'TicketEvents', {
    ruleName: physicalName(settings, TICKET_EVENTS),
    eventBus: bus,
    eventPattern: { source: Match.prefix('') },
    targets: [
      new SqsQueue(intake.queue, {
        deadLetterQueue: intake.deadLetters,
        retryAttempts: 185,
        maxEventAge: Duration.hours(24),
      }),
    ],
  });
  new CfnOutput(scope, 'BusName', { value: bus.eventBusName });
}
