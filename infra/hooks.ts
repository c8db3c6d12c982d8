import { Duration, Stack } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { except, exceptWildcard } from './exception.ts';
import { may, pipelineFunction, type Workshop } from './function.ts';
import type { Queues } from './queues.ts';

/**
 * Help desks without AWS credentials sign their messages, which `hook` takes in: each with secrets of its own, put by hand under
 * `timekeeper/<stage>/desks/<source>`. It is apart from `ingest`, so that no stranger takes up that one's time, and that one reads no secret.
 */
export function hooks(scope: Construct, workshop: Workshop, table: ITable, queues: Queues, api: HttpApi): IFunction {
  const { stage, shards, lookAheadSeconds } = workshop.settings;
  const desks = `timekeeper/${stage}/desks`;
  const hook = pipelineFunction(scope, 'hook', workshop, {
    timeout: Duration.seconds(15),
    environment: {
      TABLE_NAME: table.tableName,
      DUE_QUEUE_URL: queues.due.queue.queueUrl,
      LOOK_AHEAD_SECONDS: String(lookAheadSeconds),
      SHARDS: String(shards),
      DESK_SECRETS: desks,
    },
  });
  may(hook, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:Query'], table.tableArn);
  may(hook, ['sqs:SendMessage'], queues.due.queue.queueArn);
  const secrets = Stack.of(scope).formatArn({ service: 'secretsmanager', resource: `secret:${desks}/*` });
  may(hook, ['secretsmanager:GetSecretValue'], secrets);
  exceptWildcard(hook.role!, secrets, 'The name of a secret ends in letters that AWS chooses when it is put.');
  const [route] = api.addRoutes({
    path: '/v1/hooks/{source}',
    methods: [HttpMethod.POST],
    integration: new HttpLambdaIntegration('Hook', hook),
    authorizer: new HttpNoneAuthorizer(),
  });
  except(route!, [
    'AwsSolutions-APIG4',
    'Whoever asks has no AWS credentials; the function has every message prove itself.',
  ]);
  return hook;
}
