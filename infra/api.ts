import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnRoute,
  type CfnStage,
  HttpApi,
  HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { physicalName } from './named.ts';

/** The one HTTP API; each function adds its own routes to it, and says who may ask them. */
export const httpApi = (scope: Construct, settings: Settings): HttpApi =>
  new HttpApi(scope, 'Api', { apiName: physicalName(settings, 'api'), createDefaultStage: false });

/** Opens the API when it has all its routes, with a log of who asked what, and a limit for each route. */
export function openApi(scope: Construct, settings: Settings, api: HttpApi): HttpStage {
  const accessLog = new LogGroup(scope, 'ApiLog', {
    logGroupName: `/aws/vendedlogs/${physicalName(settings, 'api')}`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = new HttpStage(scope, 'ApiStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: PEOPLE.ThrottlingRateLimit, burstLimit: PEOPLE.ThrottlingBurstLimit },
    accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: ACCESS },
  });
  limitRoutes(api, stage.node.defaultChild as CfnStage);
  new CfnOutput(scope, 'ApiUrl', { value: api.apiEndpoint });
  return stage;
}

/** Who asked for what, and how it went, as JSON; never what was in it. */
const ACCESS = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    request: '$context.requestId',
    route: '$context.routeKey',
    by: '$context.identity.userArn',
    from: '$context.identity.sourceIp',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
    error: '$context.integrationErrorMessage',
  }),
);

/** How many requests a route lets in: a second in the long run, and at once. */
interface Limit {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

/** The routes that help desks use, not people; what strangers may send is so little that it costs little too. */
const LIMITS: Readonly<Record<string, Limit>> = {
  'POST /v1/events': { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
  'POST /v1/hooks/{source}': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
};
const PEOPLE: Limit = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 };

/** One route that is flooded leaves the others alone. API Gateway knows a limit only for a route that is there, so the stage waits for them. */
function limitRoutes(api: HttpApi, stage: CfnStage): void {
  const routes = api.node.findAll().filter(each => each instanceof HttpRoute);
  const made = routes.map(route => route.node.defaultChild as CfnRoute);
  stage.routeSettings = Object.fromEntries(made.map(({ routeKey }) => [routeKey, LIMITS[routeKey] ?? PEOPLE]));
  for (const route of made) stage.addResourceDependency(route);
}
