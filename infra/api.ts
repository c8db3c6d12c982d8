import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { physicalName } from './named.ts';

/** The one HTTP API; each function adds its own routes to it, and says who may ask them. */
export function httpApi(scope: Construct, settings: Settings): HttpApi {
  const api = new HttpApi(scope, 'Api', { apiName: physicalName(settings, 'api'), createDefaultStage: false });
  const accessLog = new LogGroup(scope, 'ApiLog', {
    logGroupName: `/aws/vendedlogs/${physicalName(settings, 'api')}`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new HttpStage(scope, 'ApiStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    accessLogSettings: { destination: new LogGroupLogDestination(accessLog) },
  });
  new CfnOutput(scope, 'ApiUrl', { value: api.apiEndpoint });
  return api;
}
