import * as z from 'zod';

/** What attributes have to be, as programs read it: every value in a list. */
export const toldConditionShape = z
  .record(
    z.string(),
    z.union([
      z.array(z.string()),
      z.strictObject({ not: z.array(z.string()) }),
      z.strictObject({ known: z.boolean() }),
    ]),
  )
  .describe('By the name of an attribute: one of some values, none of some values, or whether it is known at all.');
