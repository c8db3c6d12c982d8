import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Settings } from '../shared/installation/settings.ts';
import { MEASURES, type MeasureName } from '../shared/measure/measures.ts';
import { serviceName } from './named.ts';

const NAMESPACE = 'Timekeeper';

/** Our numbers, those of one stage alone. */
export interface Measured {
  /** One of them, over periods of `minutes`, five where nothing is said; of one that is cut by dimensions, the series that has exactly these. */
  measured(
    name: MeasureName,
    statistic: string,
    minutes?: number,
    dimensions?: Readonly<Record<string, string>>,
  ): Metric;
  /**
   * Every series of one that is cut by dimensions, summed up where nothing is said, each in a line of its own that is called by them
   * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html).
   */
  measuredByDimension(name: MeasureName, statistic?: string): MathExpression;
}

/** The numbers of a stage, by the name that its functions write them under. */
export function measuredIn(settings: Settings): Measured {
  const service = serviceName(settings);
  return {
    measured: (metricName, statistic, minutes = 5, dimensions = {}) =>
      new Metric({
        namespace: NAMESPACE,
        metricName,
        dimensionsMap: { service, ...dimensions },
        statistic,
        period: Duration.minutes(minutes),
      }),
    measuredByDimension(name, statistic = 'Sum') {
      const { dimensions } = MEASURES[name];
      const wanted = `MetricName="${name}" service="${service}"`;
      return new MathExpression({
        expression: `SEARCH('{${NAMESPACE},service,${dimensions.join(',')}} ${wanted}', '${statistic}', 300)`,
        label: [name, ...dimensions.map(dimension => `\${PROP('Dim.${dimension}')}`)].join(' '),
        usingMetrics: {},
        period: Duration.minutes(5),
      });
    },
  };
}

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
