import { Duration, Stack } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { except, exceptWildcard } from './exception.ts';
import { may, pipelineFunction, type Workshop } from './function.ts';
import type { Records } from './records-stack.ts';

/**
 * People acknowledge by the links of mails and at their pagers. Both ways are open: a link holds a token that only we can have made,
 * and a pager proves itself by a secret it shares with us, put by hand under `timekeeper/<stage>/hooks/<pager>`.
 */
export function acknowledging(scope: Construct, workshop: Workshop, records: Records, api: HttpApi): IFunction {
  const { table, linkKey } = records;
  const { stage, shards } = workshop.settings;
  const hooks = `timekeeper/${stage}/hooks`;
  const made = pipelineFunction(scope, 'acknowledge', workshop, {
    timeout: Duration.seconds(10),
    environment: {
      TABLE_NAME: table.tableName,
      SHARDS: String(shards),
      LINK_KEY_SECRET: linkKey.secretArn,
      HOOK_SECRETS: hooks,
    },
  });
  may(made, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], table.tableArn);
  const hookSecrets = Stack.of(scope).formatArn({ service: 'secretsmanager', resource: `secret:${hooks}/*` });
  may(made, ['secretsmanager:GetSecretValue'], linkKey.secretArn, hookSecrets);
  exceptWildcard(made.role!, hookSecrets, 'The name of a secret ends in letters that AWS chooses when it is put.');
  open(api, made, '/v1/acknowledge', HttpMethod.GET, HttpMethod.POST);
  open(api, made, '/v1/pagers/{pager}', HttpMethod.POST);
  return made;
}

function open(api: HttpApi, worker: IFunction, path: string, ...methods: HttpMethod[]): void {
  const integration = new HttpLambdaIntegration('Acknowledge', worker);
  for (const route of api.addRoutes({ path, methods, integration, authorizer: new HttpNoneAuthorizer() }))
    except(route, [
      'AwsSolutions-APIG4',
      'Whoever asks has no AWS credentials; the function has every request prove itself.',
    ]);
}
