import * as z from 'zod';
import { STATUSES } from '../ticket/status.ts';
import { acknowledgementShape, standShape } from './clock-shapes.ts';
import { ticketKeyShape } from './ticket-key-shape.ts';
import { severityShape } from './ticket-shape.ts';
import { instantShape, lengthShape } from './time-shapes.ts';
import { toldConditionShape } from './told-condition-shape.ts';

const stretch = { from: instantShape, to: instantShape, length: lengthShape, milliseconds: z.int() };

const segment = z.union([
  z.strictObject({ kind: z.enum(['running', 'closed']), ...stretch }),
  z.strictObject({ kind: z.literal('paused'), status: z.enum(STATUSES), ...stretch }),
]);

const clock = z.strictObject({
  ...standShape.shape,
  when: toldConditionShape.describe('The condition of the row that its target stands in.'),
  targetBecause: z.string().optional().describe("Why the target is not the row's own."),
  hoursBecause: z.string().optional().describe('Why these hours of a calendar that has several.'),
  opensAt: instantShape.optional().describe('When the calendar opens next, of an open clock whose calendar is closed.'),
  acknowledged: acknowledgementShape.optional().describe('By whom, so that nothing is repeated; it stops no clock.'),
  superseded: z.array(z.strictObject({ breachedAt: instantShape, at: instantShape })).describe('Breaches taken back.'),
  segments: z.array(segment).describe('Its whole life without a hole; what runs adds up to what has elapsed.'),
});

/** Why a ticket's clocks stand where they stand. */
export const explanationShape = z.strictObject({
  ticket: ticketKeyShape,
  at: instantShape.describe('As seen at that time.'),
  policy: z
    .strictObject({
      name: z.string(),
      edition: z.string(),
      title: z.string(),
      source: z.string().optional(),
      match: toldConditionShape,
    })
    .optional()
    .describe('Absent when no policy is for the ticket.'),
  severity: severityShape.optional(),
  contract: z
    .strictObject({
      customer: z.string(),
      from: instantShape,
      targets: z.array(z.strictObject({ metric: z.string(), severity: z.string().optional(), target: z.string() })),
    })
    .optional()
    .describe("What the customer's entitlement said when the ticket was created."),
  contact: z
    .strictObject({
      when: toldConditionShape,
      phone: z.array(z.string()),
      hours: z.string().optional(),
      languages: z.array(z.string()).optional(),
    })
    .optional()
    .describe('Where the policy says that the customer is to turn.'),
  clocks: z.array(clock),
});
