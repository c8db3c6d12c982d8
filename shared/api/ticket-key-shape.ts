import * as z from 'zod';

/** Which ticket it is. */
export const ticketKeyShape = z
  .strictObject({
    tenant: z.string().describe('Empty where there is only one tenant.'),
    source: z.string().describe('The help desk, as its events name it.'),
    id: z.string(),
  })
  .describe('Which ticket it is.');
