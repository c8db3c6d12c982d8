import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { MEASURES, type MeasureName } from '../shared/measure/measures.ts';

const NAMESPACE = 'Timekeeper';
const SERVICE = { service: 'timekeeper' };

/** One of our numbers without dimensions of its own, over periods of `minutes`. */
export const measured = (name: MeasureName, statistic: string, minutes = 5): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName: name,
    dimensionsMap: SERVICE,
    statistic,
    period: Duration.minutes(minutes),
  });

/** Every series of one of our numbers that is cut by dimensions, each in a line of its own. */
export function measuredByDimension(name: MeasureName): MathExpression {
  const dimensions = ['service', ...MEASURES[name].dimensions].join(',');
  return new MathExpression({
    expression: `SEARCH('{${NAMESPACE},${dimensions}} MetricName="${name}"', 'Sum', 300)`,
    label: name,
    usingMetrics: {},
    period: Duration.minutes(5),
  });
}
