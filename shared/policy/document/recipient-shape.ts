import * as z from 'zod';
import { conditionShape } from './condition-shape.ts';
import { mannerShape } from './manner-shape.ts';
import { quietShape } from './quiet-shape.ts';
import { name } from './text-shapes.ts';

const way = z.union(
  [
    z
      .strictObject({ email: name.describe('Whom to write to; or') })
      .transform(({ email }) => ({ channel: 'email' as const, to: email })),
    z
      .strictObject({ page: name.describe('whom to wake.') })
      .transform(({ page }) => ({ channel: 'page' as const, to: page })),
  ],
  { error: 'one of email and page, with the name of a recipient' },
);

/** How somebody is told of some tickets. */
export const routeShape = z.strictObject({ when: conditionShape, ...mannerShape.shape });

/** Somebody a ladder can tell. */
export const recipientShape = z.strictObject({
  ...mannerShape.shape,
  routes: z
    .array(routeShape)
    .min(1)
    .max(50)
    .exactOptional()
    .describe(
      'How they are told of some tickets: the first route that is met holds, with the severity that counts, and what it leaves out is as above.',
    ),
  failover: z
    .array(way)
    .max(10)
    .exactOptional()
    .describe(
      'Whom to tell when they cannot be told for two minutes, one after the other, also while the one before is not to be disturbed; their own other channel where none is told.',
    ),
  quiet: z
    .array(quietShape)
    .max(20)
    .exactOptional()
    .describe('When they are not to be disturbed: what is to be told then waits until it ends, and is checked anew.'),
});
