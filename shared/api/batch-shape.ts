import * as z from 'zod';
import { problemShape } from './problem-shape.ts';

/** What became of an event that was taken. */
export const takenShape = z.strictObject({
  status: z
    .enum(['accepted', 'duplicate', 'kept'])
    .describe('`duplicate`: it was known before. `kept`: it waits for the creation of its ticket.'),
  note: z.string().optional(),
});

const index = z.int().describe('Its place in the batch, from 0.');

/** What became of each event of a batch. */
export const batchShape = z.strictObject({
  accepted: z.int(),
  refused: z.int(),
  results: z.array(
    z.union([
      z.strictObject({ index, ...takenShape.shape }),
      z.strictObject({ index, status: z.literal('refused'), problem: problemShape }),
    ]),
  ),
});
