import type * as z from 'zod';
import { deliveryDocument } from '../../shared/api/delivery-document.ts';
import { deliveriesQuestion } from '../../shared/api/question-shapes.ts';
import { written } from '../../shared/api/written.ts';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { rowOf } from '../adapters/delivery-ledger.ts';
import { parametersOf } from '../adapters/parameters.ts';
import { problem } from '../adapters/problem.ts';
import { json, problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';
import { cursorOf, placeOf } from './cursor.ts';
import type { Place, Stretch } from './in-order.ts';
import { type DeliveryLookout, undelivered } from './undelivered.ts';
import { WRONG_CURSOR } from './wrong-cursor.ts';

/** What it takes to tell of deliveries. */
export interface DeliveriesDesk extends DeliveryLookout {
  /** Those of a ticket in the order of their keys, after one if it is said. */
  readonly deliveriesOf: (
    ticket: TicketKey,
    from: { readonly after?: string | undefined; readonly pageSize: number },
  ) => AsyncIterable<Delivery>;
}

interface Part {
  readonly deliveries: readonly Delivery[];
  readonly next?: Place;
}

/** Tells what the ledger has of one ticket, or what should have reached somebody and has not, a part at a time. */
export const getDeliveries =
  (desk: DeliveriesDesk): Route =>
  async request => {
    const asked = parametersOf(deliveriesQuestion, request);
    if ('status' in asked) return problemResponse(asked);
    const { cursor } = asked.value;
    const after = cursor === undefined ? undefined : placeOf(cursor);
    if (cursor !== undefined && after === undefined) return WRONG_CURSOR;
    const now = Date.now();
    const part = await partOf(desk, asked.value, after, now);
    if (part === undefined)
      return problemResponse(problem(400, 'Expected either ticket and source, or undelivered=true'));
    const { deliveries, next } = part;
    return json(200, {
      at: written(now),
      deliveries: deliveries.map(deliveryDocument),
      next: next && cursorOf(next),
    });
  };

function partOf(
  desk: DeliveriesDesk,
  { ticket: id, source, tenant = '', undelivered: isMeant, within, limit }: z.output<typeof deliveriesQuestion>,
  after: Place | undefined,
  now: Instant,
): Promise<Part> | undefined {
  const stretch = { most: limit, after };
  if (isMeant && id === undefined && source === undefined) return undelivered(desk, { within, ...stretch }, now);
  if (isMeant || id === undefined || source === undefined) return undefined;
  return ofTicket(desk, { tenant, source, id }, stretch);
}

async function ofTicket({ deliveriesOf }: DeliveriesDesk, ticket: TicketKey, { most, after }: Stretch): Promise<Part> {
  const deliveries: Delivery[] = [];
  for await (const delivery of deliveriesOf(ticket, { after: after?.key, pageSize: most + 1 })) {
    if (deliveries.length === most)
      return { deliveries, next: { at: 0, key: rowOf(deliveries.at(-1)!.notification).sk } };
    deliveries.push(delivery);
  }
  return { deliveries };
}
