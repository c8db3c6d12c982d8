import { Duration } from 'aws-cdk-lib';
import type { IHttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { graph, type Row } from './board.ts';

const MINUTE = Duration.minutes(1);

/** What is asked by HTTP, and how it is answered, for whatever reason and by whichever function. */
export const requests = (api: IHttpStage): Row => ({
  about: '## Requests by HTTP',
  widgets: [
    graph('Requests', [api.metricCount({ period: MINUTE, statistic: 'Sum' })]),
    graph('Refused (4xx)', [api.metricClientError({ period: MINUTE, statistic: 'Sum' })]),
    graph('Failed (5xx)', [api.metricServerError({ period: MINUTE, statistic: 'Sum' })]),
    graph(
      'Answered after (ms)',
      ['p50', 'p99'].map(statistic => api.metricLatency({ period: MINUTE, statistic, label: statistic })),
    ),
  ],
});
