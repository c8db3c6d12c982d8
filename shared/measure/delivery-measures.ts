import type { Delivery } from '../notification/delivery.ts';
import { type Measure, measure } from './measures.ts';

/** What a look at a delivery that changed it is counted as: how it stands, whether others are told in its place, whether all mail stands still. */
export function deliveryMeasures(before: Delivery, after: Delivery): readonly Measure[] {
  const { state, failedOver, tried } = after;
  const { channel } = after.notification;
  const passedOn = before.failedOver === undefined && failedOver !== undefined && failedOver.to.length > 0;
  const standsStill = tried !== before.tried && tried?.at(-1)?.standstill;
  return [
    ...(state === 'owed' ? [] : [measure('Deliveries', 1, { channel, outcome: state })]),
    ...(state === 'refused' ? [measure('Refusals', 1)] : []),
    ...(passedOn ? [measure('FailOvers', 1)] : []),
    ...(standsStill ? [measure('Standstills', 1)] : []),
  ];
}
