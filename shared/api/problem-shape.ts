import * as z from 'zod';

/** What is wrong with one part of a body. */
const fault = z.strictObject({
  pointer: z.string().describe('Where it is, as a JSON pointer (RFC 6901); empty for the whole.'),
  detail: z.string().describe('What was found and what was expected.'),
});

/** Why something was not done (RFC 9457). */
export const problemShape = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(fault).optional().describe('Every fault of the body, each with its place.'),
});
