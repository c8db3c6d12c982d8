import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { MEASURES, type MeasureName } from '../shared/measure/measures.ts';

const NAMESPACE = 'Timekeeper';
const SERVICE = { service: 'timekeeper' };

/** One of our numbers, over periods of `minutes`; of one that is cut by dimensions, the series that has exactly these. */
export const measured = (
  name: MeasureName,
  statistic: string,
  minutes = 5,
  dimensions: Readonly<Record<string, string>> = {},
): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName: name,
    dimensionsMap: { ...SERVICE, ...dimensions },
    statistic,
    period: Duration.minutes(minutes),
  });

/**
 * One of our numbers with 0 in periods without any: over them an alarm would go on by older ones, for as long as it sees any
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html).
 */
export const orZero = (number: Metric): MathExpression =>
  new MathExpression({
    expression: 'FILL(said, 0)',
    usingMetrics: { said: number },
    label: number.metricName,
    period: number.period,
  });

/**
 * Every series of one of our numbers that is cut by dimensions, each in a line of its own that is called by them
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html).
 */
export function measuredByDimension(name: MeasureName, statistic = 'Sum'): MathExpression {
  const { dimensions } = MEASURES[name];
  return new MathExpression({
    expression: `SEARCH('{${NAMESPACE},service,${dimensions.join(',')}} MetricName="${name}"', '${statistic}', 300)`,
    label: [name, ...dimensions.map(dimension => `\${PROP('Dim.${dimension}')}`)].join(' '),
    usingMetrics: {},
    period: Duration.minutes(5),
  });
}
