import * as z from 'zod';
import { oneOrMore, value } from './text-shapes.ts';

const EXPECTED = 'a value, a list of values, { not: … } or { known: true or false }';

const values = oneOrMore(value, 'a value or a list of values').transform(listed => [...new Set(listed)]);

const requirement = z.union(
  [
    values,
    z.strictObject({ not: values.describe('Met by every other value, and where there is none.') }),
    z.strictObject({
      known: z.boolean({ error: 'true or false' }).describe('Met by any value, or only where there is none.'),
    }),
  ],
  { error: EXPECTED },
);

/** Which tickets: what every attribute that matters must be. */
export const conditionShape = z
  .record(z.string().regex(/\S/, { error: 'the name of an attribute' }), requirement)
  .describe(
    'Attributes of the ticket and the value, or the values, each must have; "group x" stands for the values of that group. Without any, every ticket is meant.',
  );
