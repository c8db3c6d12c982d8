import * as z from 'zod';
import { metricShape } from '../policy/document/target-shape.ts';
import { words } from '../policy/document/text-shapes.ts';
import { acknowledgementShape } from './clock-shapes.ts';
import { ticketKeyShape } from './ticket-key-shape.ts';
import { instantShape } from './time-shapes.ts';

const name = words.max(200, { error: 'at most 200 characters' });

/** What is to be acknowledged. */
export const acknowledgementQuestion = z.strictObject({
  source: name.describe('The help desk, as ticket events name it.'),
  ticket: name.describe('The id of the ticket.'),
  tenant: name.exactOptional().describe('The tenant of the ticket, where there are several.'),
  metric: metricShape.exactOptional().describe('One of its clocks; all that run where none is told.'),
  by: name.exactOptional().describe('Who has seen it; whoever signs where nobody is told.'),
});

/** Who has acknowledged the clocks of a ticket that run: whoever did so first. */
export const acknowledgedShape = z.strictObject({
  ticket: ticketKeyShape,
  acknowledged: z.array(
    z.strictObject({
      metric: metricShape,
      startedAt: instantShape.describe('It names the cycle of the clock.'),
      ...acknowledgementShape.shape,
    }),
  ),
});
