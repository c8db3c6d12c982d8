import * as z from 'zod';
import { isTopic } from '../topic.ts';
import { zoneShape } from './calendar-shape.ts';
import { name, words } from './text-shapes.ts';

const address = z
  .string()
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, { error: 'an address such as manager@acme.example' })
  .max(254)
  .transform(text => ({ text }));

const fromTicket = z.strictObject({ attribute: name.describe('The ticket attribute that holds the address.') });

/** How somebody is woken. */
export const pageShape = z
  .strictObject({
    provider: name.describe('The paging provider.'),
    secret: words
      .max(512)
      .exactOptional()
      .describe('The name of the secret that holds the key; never the key itself. Every provider but sns has one.'),
    topic: z
      .string()
      .refine(isTopic, { error: 'a topic such as arn:aws:sns:eu-central-1:123456789012:duty' })
      .exactOptional()
      .describe('The ARN of the topic that sns publishes to; the setting pageTopics must name it too.'),
    url: z
      .string()
      .refine(isWebAddress, { error: 'a web address that begins with https://' })
      .exactOptional()
      .describe('Where to post, for providers without an address of their own.'),
  })
  .refine(page => page.secret !== undefined || page.topic !== undefined, {
    error: 'the secret that holds the key, or for sns the topic',
    params: { found: 'neither a secret nor a topic' },
  });

/** How somebody can be told. */
export const mannerShape = z.strictObject({
  email: z
    .union([address, fromTicket], { error: 'an address, or the attribute that holds it' })
    .exactOptional()
    .describe('An address, or the ticket attribute that holds it.'),
  page: pageShape.exactOptional().describe('How to wake them.'),
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
