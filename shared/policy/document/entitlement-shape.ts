import * as z from 'zod';
import { LONGEST_CUSTOMER, parseContracted } from '../entitlement.ts';
import { TARGET_EXPECTED } from '../target-text.ts';
import { metricShape } from './target-shape.ts';
import { date, value, words } from './text-shapes.ts';

const isWhole = (text: unknown): boolean => typeof text !== 'string' || text.isWellFormed();
const WHOLE = { error: 'text without half a character' };

const called = words.max(LONGEST_CUSTOMER, { error: `at most ${LONGEST_CUSTOMER} characters` }).refine(isWhole, WHOLE);

const attribute = z
  .union([z.string().max(2000), z.number(), z.boolean()], { error: 'a text, a number or true or false' })
  .refine(isWhole, WHOLE);

const contracted = z.strictObject({
  metric: metricShape,
  severity: value
    .refine(isWhole, WHOLE)
    .exactOptional()
    .describe('The severity it is for; for every one where none is told.'),
  target: z
    .string({ error: TARGET_EXPECTED })
    .refine(text => parseContracted(text) !== undefined, { error: `${TARGET_EXPECTED}, of at most 366 days` })
    .describe(`The time the contract allows: ${TARGET_EXPECTED}.`),
});

/** What a customer is entitled to for a time, as people write it. */
export const termsShape = z.strictObject({
  'valid from': date.describe('The first day, from 00:00 UTC.'),
  'valid to': date.exactOptional().describe('The last day, until 24:00 UTC; without end where none is told.'),
  attributes: z
    .record(called, attribute)
    .refine(attributes => Object.keys(attributes).length <= 60, { error: 'at most 60 attributes' })
    .exactOptional()
    .describe('Attributes of its tickets, such as plan, support and agreement, where an event names none itself.'),
  targets: z.array(contracted).max(60).exactOptional().describe('Times in place of those of the policy.'),
});

/** Which customer, as ticket events name it, and of which tenant where there are several. */
export const customerShape = z.strictObject({ customer: called, tenant: called.exactOptional() });

/** What one customer is entitled to for a time, as people write it. */
export const entitlementShape = z.strictObject({ ...customerShape.shape, ...termsShape.shape });
