import * as z from 'zod';
import { STATUSES } from '../ticket/status.ts';
import { acknowledgementShape, standShape } from './clock-shapes.ts';
import { ticketKeyShape } from './ticket-key-shape.ts';
import { instantShape } from './time-shapes.ts';

const attribute = z.union([z.string(), z.number(), z.boolean()]);

/** The severity that counts, and every step from the one that was asked for. */
export const severityShape = z.strictObject({
  requested: z.string().optional(),
  applied: z.string(),
  adjustments: z.array(z.strictObject({ from: z.string(), to: z.string(), because: z.string() })),
});

const clock = z.strictObject({
  ...standShape.shape,
  acknowledged: acknowledgementShape.optional(),
  fired: z
    .array(z.strictObject({ rung: z.string(), times: z.int(), at: instantShape.describe('The last time.') }))
    .describe('The rungs of its ladder that have fired since its promise was last kept.'),
});

/** A ticket as it is on the record. */
export const ticketShape = z.strictObject({
  ticket: ticketKeyShape,
  at: instantShape.describe('As seen at that time.'),
  status: z.enum(STATUSES),
  attributes: z.record(z.string(), attribute),
  createdAt: instantShape,
  openedAt: instantShape.describe(
    'When the present request began: its creation, or a reopening too late to be the same.',
  ),
  solvedAt: instantShape.optional(),
  gone: z.enum(['deleted', 'merged']).optional(),
  policy: z.strictObject({ name: z.string(), edition: z.string() }).optional().describe('Absent when none is for it.'),
  severity: severityShape.optional(),
  customer: z.string().optional().describe('Under whose entitlement it was created.'),
  clocks: z.array(clock).describe('Those something is promised about.'),
  nextActionAt: instantShape.optional().describe('When something is to be done about it next.'),
});

/** A ticket as it is on the record. */
export type TicketDocument = z.output<typeof ticketShape>;
