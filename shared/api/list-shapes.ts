import * as z from 'zod';

/** The most rows of a list that one answer can hold. */
export const MOST_LISTED = 200;

/** How many rows an answer holds where nothing is said. */
export const LISTED = 100;

/** How long a part of a list may be, and where it begins. */
export const partShape = z.strictObject({
  limit: z.coerce
    .number({ error: `a whole number from 1 to ${MOST_LISTED}` })
    .int({ error: `a whole number from 1 to ${MOST_LISTED}` })
    .min(1, { error: `a whole number from 1 to ${MOST_LISTED}` })
    .max(MOST_LISTED, { error: `a whole number from 1 to ${MOST_LISTED}` })
    .default(LISTED)
    .describe('How many to tell at most.'),
  cursor: z
    .string()
    .max(8192, { error: 'what an answer before told as next' })
    .exactOptional()
    .describe('Where to go on: `next` of the answer before.'),
});

/** Where a list goes on. */
export const nextShape = z
  .string()
  .optional()
  .describe('Where the list goes on, to be sent as `cursor`; absent at its end.');
