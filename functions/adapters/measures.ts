import { Metrics } from '@aws-lambda-powertools/metrics';
import { MEASURES, type Measure } from '../../shared/measure/measures.ts';
import { type Environment, required } from './environment.ts';

/** Where our numbers stand in CloudWatch. */
const NAMESPACE = 'Timekeeper';

/** Writes readings down for CloudWatch. */
export type Emit = (measures: readonly Measure[]) => void;

/**
 * Writes one log line for each name and set of dimensions (embedded metric format), under the service of the environment: it has the
 * stage in its name, by which the numbers of several stages in an account are kept apart. The variable is that of Powertools
 * (https://docs.aws.amazon.com/powertools/typescript/2.30.0/api/functions/_aws-lambda-powertools_commons.envUtils.getServiceName.html).
 */
export function emitter(env: Environment): Emit {
  const serviceName = required(env, 'POWERTOOLS_SERVICE_NAME');
  return measures => {
    const groups = Map.groupBy(measures, ({ name, dimensions }) => JSON.stringify([name, dimensions]));
    for (const group of groups.values()) {
      const [{ name, dimensions }] = group as [Measure];
      const { unit } = MEASURES[name];
      const metrics = new Metrics({ namespace: NAMESPACE, serviceName });
      if (Object.keys(dimensions).length > 0) metrics.addDimensions(dimensions);
      const values = group.map(({ value }) => value);
      for (const value of unit === 'Count' ? [sum(values)] : values) metrics.addMetric(name, unit, value);
      metrics.publishStoredMetrics();
    }
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
