import { Duration } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { may, pipelineFunction, type Workshop } from './function.ts';
import { DEADLINE_INDEX, DUE_INDEX, deadlineIndexArn, dueIndexArn } from './table.ts';

/**
 * How things stand is told by HTTP by `query`, which can only read. The id of a ticket may have slashes, so that its variable is a greedy one
 * and stands at the end.
 */
export function queries(scope: Construct, workshop: Workshop, table: ITable, api: HttpApi): IFunction {
  const query = pipelineFunction(scope, 'query', workshop, {
    timeout: Duration.seconds(20),
    environment: {
      TABLE_NAME: table.tableName,
      DUE_INDEX,
      DEADLINE_INDEX,
      SHARDS: String(workshop.settings.shards),
    },
  });
  may(query, ['dynamodb:GetItem', 'dynamodb:Query'], table.tableArn);
  may(query, ['dynamodb:Query'], dueIndexArn(table), deadlineIndexArn(table));
  const integration = new HttpLambdaIntegration('Query', query);
  const authorizer = new HttpIamAuthorizer();
  const paths = [
    '/v1/tickets/{ticket+}',
    '/v1/explanations/{ticket+}',
    '/v1/at-risk',
    '/v1/deliveries',
    '/v1/openapi.json',
  ];
  for (const path of paths) api.addRoutes({ path, methods: [HttpMethod.GET], integration, authorizer });
  return query;
}
