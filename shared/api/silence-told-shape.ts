import * as z from 'zod';
import { SILENCE_KINDS } from '../notification/silence.ts';
import { matcherShape } from '../notification/silence-shape.ts';
import { instantShape } from './time-shapes.ts';
import { toldConditionShape } from './told-condition-shape.ts';

/** A silence as it is on file. */
export const silenceToldShape = z.strictObject({
  id: z.string(),
  kind: z.enum(SILENCE_KINDS),
  ...matcherShape.shape,
  for: toldConditionShape.exactOptional(),
  from: instantShape,
  to: instantShape,
  reason: z.string(),
  by: z.string(),
  standing: z.enum(['to come', 'in force', 'over']),
  ended: z.strictObject({ by: z.string(), at: instantShape }).optional().describe('Who ended it before its time.'),
});
