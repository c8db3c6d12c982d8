import * as z from 'zod';
import { acknowledgementShape, standShape } from './clock-shapes.ts';
import { nextShape } from './list-shapes.ts';
import { ticketKeyShape } from './ticket-key-shape.ts';
import { instantShape } from './time-shapes.ts';

/** An open clock that is due soon or was due already. */
const atRisk = z.strictObject({
  ticket: ticketKeyShape,
  severity: z.string(),
  deadline: instantShape.describe('When it is due or was; since when its promise is broken, of one that stands still.'),
  ...standShape.shape,
  acknowledged: acknowledgementShape.optional(),
});

/** A part of the list of deadlines. */
export const atRiskShape = z.strictObject({
  at: instantShape.describe('As seen at that time.'),
  clocks: z.array(atRisk).describe('Those of the ticket that is late for longest first.'),
  next: nextShape,
});

/** A part of the list of deadlines. */
export type AtRiskDocument = z.output<typeof atRiskShape>;
