import * as z from 'zod';
import { DELIVERY_STATES } from '../notification/delivery.ts';
import { metricShape } from '../policy/document/target-shape.ts';
import { CHANNELS } from '../policy/ladder.ts';
import { nextShape } from './list-shapes.ts';
import { ticketKeyShape } from './ticket-key-shape.ts';
import { instantShape } from './time-shapes.ts';

const way = z.strictObject({ channel: z.enum(CHANNELS), to: z.string() });
const wanted = z.enum(['told', 'acknowledged', 'resolved']);
const stamp = z.strictObject({ at: instantShape, by: z.string() });

/** One notification on its way to one recipient. */
export const deliveryShape = z.strictObject({
  ticket: ticketKeyShape,
  metric: metricShape,
  startedAt: instantShape.describe('It names the cycle of the clock it tells of.'),
  kind: z.enum(['warning', 'breach', 'overdue', 'age']),
  rung: z.string(),
  time: z.int().describe('Which time the rung fired, from 1.'),
  ...way.shape,
  wanted: wanted.describe('A page is first to be told, and once its clock stops to be resolved.'),
  wantedAt: instantShape,
  state: z.enum(DELIVERY_STATES),
  attempts: z.int().describe('Begun for what is wanted now.'),
  nextActionAt: instantShape
    .optional()
    .describe('When it is looked at again; absent once there is nothing left to do.'),
  createdAt: instantShape,
  changedAt: instantShape,
  toldAt: instantShape.optional(),
  uncertain: z.literal(true).optional().describe('It may have been taken although no answer said so.'),
  whyNot: z.string().optional().describe('Why it is not told, or no longer needs telling.'),
  held: z
    .strictObject({ why: z.string(), until: instantShape, detail: z.string().optional() })
    .optional()
    .describe('What held it back last.'),
  detail: z.string().optional().describe('What was said of it last.'),
  provider: z.string().optional().describe('The paging provider it went to.'),
  reference: z.string().optional().describe('The name it has there, such as the id of a mail.'),
  receipt: z
    .strictObject({ said: z.string(), at: instantShape, detail: z.string().optional() })
    .optional()
    .describe('What the mail service said of it last.'),
  inPager: z
    .strictObject({ state: z.enum(['ringing', 'acknowledged', 'resolved']), ...stamp.shape })
    .optional()
    .describe('What was last done with it at its pager.'),
  standsInFor: z.array(way).optional(),
  failedOver: z.strictObject({ at: instantShape, to: z.array(way) }).optional(),
  redelivered: stamp.optional().describe('Who last asked for it to be told again.'),
  tried: z
    .array(z.strictObject({ at: instantShape, for: wanted, verdict: z.string(), detail: z.string().optional() }))
    .describe('The latest attempts, the last one last.'),
});

/** One notification on its way to one recipient. */
export type DeliveryDocument = z.output<typeof deliveryShape>;

/** A part of a list of deliveries. */
export const deliveriesShape = z.strictObject({
  at: instantShape.describe('As seen at that time.'),
  deliveries: z.array(deliveryShape),
  next: nextShape,
});
