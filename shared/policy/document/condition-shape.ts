import * as z from 'zod';
import { oneOrMore, value } from './text-shapes.ts';

/** Which tickets: a value or a list of values for every attribute that matters. */
export const conditionShape = z
  .record(
    z.string().regex(/\S/, { error: 'the name of an attribute' }),
    oneOrMore(value, 'a value or a list of values'),
  )
  .transform(condition =>
    Object.fromEntries(Object.entries(condition).map(([name, values]) => [name, [...new Set(values)]])),
  )
  .describe(
    'Attributes of the ticket and the value, or the values, each must have. Without any, every ticket is meant.',
  );
