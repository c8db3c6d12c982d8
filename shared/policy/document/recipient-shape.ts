import * as z from 'zod';
import { zoneShape } from './calendar-shape.ts';
import { quietShape } from './quiet-shape.ts';
import { name, words } from './text-shapes.ts';

const address = z
  .string()
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, { error: 'an address such as manager@acme.example' })
  .max(254)
  .transform(text => ({ text }));

const fromTicket = z.strictObject({ attribute: name.describe('The ticket attribute that holds the address.') });

const pageFields = z.strictObject({
  provider: name.describe('The paging provider.'),
  secret: words.max(512).describe('The name of the secret that holds the key; never the key itself.'),
  url: z
    .string()
    .refine(isWebAddress, { error: 'a web address that begins with https://' })
    .exactOptional()
    .describe('Where to post, for providers without an address of their own.'),
});

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

/** Somebody a ladder can tell. */
export const recipientShape = z.strictObject({
  email: z
    .union([address, fromTicket], { error: 'an address, or the attribute that holds it' })
    .exactOptional()
    .describe('An address, or the ticket attribute that holds it.'),
  page: pageFields.exactOptional().describe('How to wake them.'),
  failover: z
    .array(way)
    .max(10)
    .exactOptional()
    .describe(
      'Whom to tell when they cannot be told for two minutes, one after the other; their own other channel where none is told.',
    ),
  quiet: z
    .array(quietShape)
    .max(20)
    .exactOptional()
    .describe('When they are not to be disturbed: what is to be told then waits until it ends, and is checked anew.'),
  language: z
    .string()
    .refine(isLanguage, { error: 'a language such as en, de, ja or zh-Hans' })
    .exactOptional()
    .describe('The language of the texts, such as en, de, ja, zh-Hans or zh-Hant; English where none is told.'),
  zone: zoneShape
    .exactOptional()
    .describe("The time zone in which they read times; the calendar's where none is told."),
});

/** Whether a text is the well-formed tag of a language. */
export function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).includes(text);
  } catch {
    return false;
  }
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1'));
}
