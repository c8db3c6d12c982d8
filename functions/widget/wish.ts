import * as z from 'zod';

const words = z.string().min(1).max(2048);

/** What a press of a button asks the widget function for. */
export const wish = z.discriminatedUnion('do', [
  z.object({ do: z.literal('acknowledge'), source: words, tenant: z.string().max(2048), ticket: words }),
  z.object({ do: z.literal('redeliver'), pk: words, sk: words }),
]);

/** A wish that could be read. */
export type Wish = z.output<typeof wish>;
