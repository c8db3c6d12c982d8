import { Duration } from 'aws-cdk-lib';
import type { IHttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { orZero } from '../measured.ts';
import type { AlarmProps } from './alarm.ts';

/** Whether those who ask are answered. A function that answers for its own fault with 503 has not failed, as Lambda sees it. */
export const requestAlarms = (api: IHttpStage): readonly AlarmProps[] => [
  {
    name: 'requests-fail',
    impact:
      'What help desks send may not be kept, so that tickets go untimed: requests are answered with faults of ours.',
    metric: orZero(api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' })),
    threshold: 5,
    periods: [2, 3],
    urgent: true,
  },
];
