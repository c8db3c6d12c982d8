import type { Delivery } from '../notification/delivery.ts';
import type { Notify } from '../policy/ladder.ts';
import type { DeliveryDocument } from './delivery-shape.ts';
import { written, writtenIf } from './written.ts';

/** A delivery as programs read it; where a page went is told by its provider's name, never by the name of its secret. */
export function deliveryDocument(delivery: Delivery): DeliveryDocument {
  const { notification, wanted, state, attempts, held, receipt, inPager, failedOver, redelivered } = delivery;
  const { ticket, metric, startedAt, kind, rung, time, channel, to } = notification;
  return {
    ticket: { ...ticket },
    metric,
    startedAt: written(startedAt),
    kind,
    rung,
    time,
    channel,
    to,
    wanted,
    wantedAt: written(delivery.wantedAt),
    state,
    attempts,
    nextActionAt: writtenIf(delivery.nextActionAt),
    createdAt: written(delivery.createdAt),
    changedAt: written(delivery.changedAt),
    toldAt: writtenIf(delivery.toldAt),
    uncertain: delivery.uncertain,
    whyNot: delivery.whyNot,
    held: held && { why: held.why, until: written(held.until), detail: held.detail },
    detail: delivery.detail,
    provider: delivery.route?.provider,
    reference: delivery.reference,
    receipt: receipt && { said: receipt.said, at: written(receipt.at), detail: receipt.detail },
    inPager: inPager && { state: inPager.state, at: written(inPager.at), by: inPager.by },
    standsInFor: delivery.standsInFor && ways(delivery.standsInFor),
    failedOver: failedOver && { at: written(failedOver.at), to: ways(failedOver.to) },
    redelivered: redelivered && { at: written(redelivered.at), by: redelivered.by },
    tried: (delivery.tried ?? []).map(({ at, for: wish, verdict, detail }) => ({
      at: written(at),
      for: wish,
      verdict,
      detail,
    })),
  };
}

const ways = (list: readonly Notify[]): Notify[] => list.map(({ channel, to }) => ({ channel, to }));
