import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

/**
 * A number of SES for the whole account. From 5 % bounces and 0.1 % complaints an account is under review
 * (https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html).
 */
export const sesNumber = (metricName: string, statistic: string): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic, period: Duration.hours(1) });
