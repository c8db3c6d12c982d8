import * as z from 'zod';
import { STATUSES } from '../../ticket/status.ts';
import { metricShape } from './target-shape.ts';
import { instant, value, words } from './text-shapes.ts';

const attribute = z.union([z.string(), z.number(), z.boolean()], { error: 'a text, a number or true or false' });

/** One thing that happens to the ticket of a test. */
export const eventShape = z.strictObject({
  at: instant.describe('When, with the offset from UTC.'),
  created: z.record(z.string(), attribute).exactOptional().describe('The ticket is created with these attributes.'),
  status: z.enum(STATUSES).exactOptional().describe('The status it has from then on.'),
  set: z
    .record(z.string(), attribute.nullable())
    .exactOptional()
    .describe('Attributes that change; null takes one away.'),
  reply: z.enum(['agent', 'requester']).exactOptional().describe('Who writes a public message.'),
  deleted: z.literal(true).exactOptional(),
  merged: words.exactOptional().describe('The ticket it is merged into.'),
});

/** What is true of a clock. */
export const clockShape = z.strictObject({
  due: z
    .union([z.literal('none'), instant], { error: 'a moment with its offset, or none' })
    .exactOptional()
    .describe('When it is due, or none.'),
  uncommitted: z.boolean().exactOptional().describe('Whether the time is only measured.'),
  state: z.enum(['running', 'paused', 'stopped', 'cancelled']).exactOptional(),
  outcome: z.enum(['pending', 'met', 'breached']).exactOptional(),
  severity: value.exactOptional().describe('The severity that counts.'),
});

const expectation = z.union([z.literal('none'), clockShape], { error: 'none, or what is true of the clock' });

/** One inline test. */
export const testShape = z.strictObject({
  name: words.describe('A sentence that is true of the policy.'),
  events: z.array(eventShape).min(1).max(100).describe('What happens, the creation first.'),
  at: instant.exactOptional().describe('When to look; at the last event where it is not told.'),
  expect: z.partialRecord(metricShape, expectation).describe('What is true then of the clock of each metric.'),
});
