import * as z from 'zod';
import { metricShape } from '../policy/document/target-shape.ts';
import { instantShape, lengthShape } from './time-shapes.ts';

/** What a clock is doing. */
export const stateShape = z.enum(['running', 'paused', 'stopped', 'cancelled']);

/** What has become of a promise. */
export const outcomeShape = z
  .enum(['pending', 'met', 'breached'])
  .describe('A clock that is breached runs on until it is stopped.');

/** How a clock stands towards its promise. */
export const standShape = z.strictObject({
  metric: metricShape,
  startedAt: instantShape.describe('It names the cycle of a metric that has several.'),
  state: stateShape,
  outcome: outcomeShape,
  target: z.string().describe('As the policy writes it.'),
  calendar: z.string(),
  zone: z.string().describe('The IANA time zone of the calendar.'),
  due: instantShape.optional().describe('Absent while it stands still, and where nothing is committed.'),
  breachedAt: instantShape.optional(),
  elapsed: lengthShape.describe('On the calendar, without pauses.'),
  elapsedMilliseconds: z.int(),
  remaining: lengthShape.optional().describe('Negative when late; absent where nothing is committed.'),
  remainingMilliseconds: z.int().optional(),
});

/** Who said they have seen it, by which way, and when. */
export const acknowledgementShape = z.strictObject({
  at: instantShape,
  by: z.string(),
  via: z.string().describe('link, api, command line, or the name of a pager.'),
  resolvedThere: z.literal(true).optional().describe('The page was resolved at its pager, which stops no clock.'),
});
