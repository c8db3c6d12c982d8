import { Metrics } from '@aws-lambda-powertools/metrics';
import { MEASURES, type Measure } from '../../shared/measure/measures.ts';

/** Where our numbers stand in CloudWatch. */
const NAMESPACE = 'Timekeeper';
const SERVICE = 'timekeeper';

/** Writes readings down for CloudWatch, one log line for each name and set of dimensions (embedded metric format). */
export function emit(measures: readonly Measure[]): void {
  const groups = Map.groupBy(measures, ({ name, dimensions }) => JSON.stringify([name, dimensions]));
  for (const group of groups.values()) {
    const [{ name, dimensions }] = group as [Measure];
    const { unit } = MEASURES[name];
    const metrics = new Metrics({ namespace: NAMESPACE, serviceName: SERVICE });
    if (Object.keys(dimensions).length > 0) metrics.addDimensions(dimensions);
    const values = group.map(({ value }) => value);
    for (const value of unit === 'Count' ? [sum(values)] : values) metrics.addMetric(name, unit, value);
    metrics.publishStoredMetrics();
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
