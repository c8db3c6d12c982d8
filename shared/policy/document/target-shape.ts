import * as z from 'zod';
import { METRICS } from '../../metric/metrics.ts';
import { parseTarget, TARGET_EXPECTED } from '../target-text.ts';
import { conditionShape } from './condition-shape.ts';
import { name, readAs } from './text-shapes.ts';

/** The name of a metric. */
export const metricShape = z.enum(METRICS.map(metric => metric.name)).describe('What is timed.');

/** How many rows a target table may have. */
export const MOST_ROWS = 500;

/** One promise of the target table. */
export const targetShape = z.strictObject({
  metric: metricShape,
  when: conditionShape.exactOptional(),
  target: readAs(parseTarget, TARGET_EXPECTED).describe(`The time allowed: ${TARGET_EXPECTED}.`),
  calendar: name.describe('The calendar on which the time counts.'),
  ladder: name.exactOptional().describe('The ladder that is climbed while the promise is at risk.'),
});
