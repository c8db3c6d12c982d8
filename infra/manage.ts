import { Duration } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { may, pipelineFunction, type Workshop } from './function.ts';

/**
 * What people decide is told by HTTP to `manage`: what customers are entitled to, what is silenced, what is acknowledged. A customer's name
 * may have slashes, which API Gateway decodes before it looks for a route, so the variable is a greedy one.
 */
export function management(scope: Construct, workshop: Workshop, table: ITable, api: HttpApi): IFunction {
  const manage = pipelineFunction(scope, 'manage', workshop, {
    timeout: Duration.seconds(20),
    environment: { TABLE_NAME: table.tableName, SHARDS: String(workshop.settings.shards) },
  });
  may(manage, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'], table.tableArn);
  const integration = new HttpLambdaIntegration('Manage', manage);
  const authorizer = new HttpIamAuthorizer();
  const routes = {
    '/v1/entitlements/{customer+}': [HttpMethod.GET, HttpMethod.PUT],
    '/v1/silences': [HttpMethod.GET, HttpMethod.POST],
    '/v1/silences/{id}': [HttpMethod.DELETE],
    '/v1/acknowledgements': [HttpMethod.POST],
  };
  for (const [path, methods] of Object.entries(routes)) api.addRoutes({ path, methods, integration, authorizer });
  return manage;
}
