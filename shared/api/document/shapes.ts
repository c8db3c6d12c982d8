import * as z from 'zod';
import { silenceShape } from '../../notification/silence-shape.ts';
import { termsShape } from '../../policy/document/entitlement-shape.ts';
import { cloudEvent } from '../../ticket/cloud-event.ts';
import { acknowledgedShape, acknowledgementQuestion } from '../acknowledgement-shapes.ts';
import { atRiskShape } from '../at-risk-shape.ts';
import { batchShape, takenShape } from '../batch-shape.ts';
import { deliveriesShape, deliveryShape } from '../delivery-shape.ts';
import { explanationShape } from '../explanation-shape.ts';
import { problemShape } from '../problem-shape.ts';
import { silenceToldShape } from '../silence-told-shape.ts';
import { ticketKeyShape } from '../ticket-key-shape.ts';
import { ticketShape } from '../ticket-shape.ts';

/** What a body that is sent can be, by the name it has in the document; what is told as it was sent is among it. */
const SENT = {
  TicketEvent: cloudEvent,
  TicketEvents: z.union([cloudEvent, z.array(cloudEvent).min(1).max(500)]),
  EntitlementTerms: termsShape,
  EntitlementTermsList: z.array(termsShape),
  EntitlementTermsSent: z.union([termsShape, z.array(termsShape).min(1).max(100)]),
  NewSilence: silenceShape,
  NewAcknowledgement: acknowledgementQuestion,
} as const;

/** What an answer can be, by the name it has in the document. */
const TOLD = {
  TicketKey: ticketKeyShape,
  Ticket: ticketShape,
  Explanation: explanationShape,
  AtRisk: atRiskShape,
  Delivery: deliveryShape,
  Deliveries: deliveriesShape,
  EventTaken: takenShape,
  BatchTaken: batchShape,
  Taken: z.union([takenShape, batchShape]),
  Silence: silenceToldShape,
  Silences: z.array(silenceToldShape),
  Acknowledged: acknowledgedShape,
  Problem: problemShape,
  ProblemOrBatch: z.union([problemShape, batchShape]),
  Document: z.object({ openapi: z.string() }).loose(),
} as const;

/** The name of a shape in the document. */
export type ShapeName = keyof typeof SENT | keyof typeof TOLD;

/** A JSON Schema, of the dialect that OpenAPI 3.1 has (JSON Schema 2020-12). */
export type Schema = Readonly<Record<string, unknown>>;

/** Where a shape stands in the document. */
export const refTo = (name: ShapeName): Schema => ({ $ref: placeOf(name) });

const placeOf = (name: string): string => `#/components/schemas/${name}`;

/** Every shape as a schema, each of which refers to the others by their places in the document. */
export function schemas(): Readonly<Record<string, Schema>> {
  return { ...schemasOf(SENT, 'input'), ...schemasOf(TOLD, 'output') };
}

function schemasOf(shapes: Readonly<Record<string, z.core.$ZodType>>, io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) registry.add(shape, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: placeOf, override: plainTimes });
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]));
}

/** A time is told by its format; the expression for that is long and says no more. */
function plainTimes({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}
