import * as z from 'zod';
import { parseContracted } from '../entitlement.ts';
import { TARGET_EXPECTED } from '../target-text.ts';
import { metricShape } from './target-shape.ts';
import { date, value, words } from './text-shapes.ts';

const attribute = z.union([z.string().max(2000), z.number(), z.boolean()], {
  error: 'a text, a number or true or false',
});

const contracted = z.strictObject({
  metric: metricShape,
  severity: value.exactOptional().describe('The severity it is for; for every one where none is told.'),
  target: z
    .string({ error: TARGET_EXPECTED })
    .refine(text => parseContracted(text) !== undefined, { error: `${TARGET_EXPECTED}, of at most 366 days` })
    .describe(`The time the contract allows: ${TARGET_EXPECTED}.`),
});

/** What one customer is entitled to for a time, as people write it. */
export const entitlementShape = z.strictObject({
  customer: words.max(200).describe('As ticket events name the customer.'),
  tenant: words.max(200).exactOptional(),
  'valid from': date.describe('The first day, from 00:00 UTC.'),
  'valid to': date.exactOptional().describe('The last day, until 24:00 UTC; without end where none is told.'),
  attributes: z
    .record(words.max(200), attribute)
    .refine(attributes => Object.keys(attributes).length <= 60, { error: 'at most 60 attributes' })
    .exactOptional()
    .describe('Attributes of its tickets, such as plan, support and agreement, where an event names none itself.'),
  targets: z.array(contracted).max(60).exactOptional().describe('Times in place of those of the policy.'),
});

/** A list of entitlements as people write it. */
export const entitlementList = z.array(entitlementShape);
