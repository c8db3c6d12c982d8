import * as z from 'zod';
import { conditionShape } from './condition-shape.ts';
import { value, words } from './text-shapes.ts';

/** One reason for a severity other than the one asked for. */
export const severityRuleShape = z.strictObject({
  when: conditionShape,
  severity: value.describe('The severity it leads to.'),
  because: words.describe('The reason, as it will be told.'),
});

const loweringShape = z.strictObject({
  after: z.literal('requester response', { error: 'requester response' }).describe('The clock that runs out.'),
  by: z
    .int({ error: 'a number of steps from 1 to 20' })
    .min(1)
    .max(20)
    .exactOptional()
    .describe('How many steps it falls, at most to the mildest; 1 where none is told.'),
  because: words.describe('The reason, as it will be told.'),
});

/** How the severity that counts is found. */
export const severityShape = z.strictObject({
  default: value.describe('Taken when the ticket names none, or one outside the set.'),
  derive: z
    .array(severityRuleShape)
    .exactOptional()
    .describe('The first rule met gives the severity, whatever was asked for.'),
  cap: z
    .array(severityRuleShape)
    .exactOptional()
    .describe('Every rule met holds the severity down to its own or milder.'),
  lower: z
    .array(loweringShape)
    .max(5)
    .exactOptional()
    .describe(
      'Lowers the severity that counts when the requester lets an answer fall due; another severity asked for ends it.',
    ),
});
