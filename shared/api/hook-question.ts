import * as z from 'zod';

/** What a name in the address of a help desk's door is made of. */
const plain = z.string().regex(/^[A-Za-z0-9_+=.@-]{1,100}$/);

/** Whose door is meant. */
export const hookQuestion = z.strictObject({
  source: plain.describe('The help desk, as its events name it; of letters, digits and `_+=.@-`.'),
  tenant: plain.exactOptional().describe('The tenant that the door is bound to, which has a secret of its own then.'),
});

/** What proves a message (Standard Webhooks 1.0.0). */
export const hookHeaders = z.strictObject({
  'webhook-id': z
    .string()
    .regex(/^[^\s.]{1,200}$/)
    .describe('Names the message, the same for every attempt at it.'),
  'webhook-timestamp': z
    .string()
    .regex(/^\d{1,12}$/)
    .describe('When this attempt was made, in seconds since 1970; at most five minutes from now.'),
  'webhook-signature': z
    .string()
    .describe(
      'One or several with blanks between: `v1,` and the HMAC-SHA256 in base64 of id, time and body with full stops between, under the secret without its `whsec_`.',
    ),
});
