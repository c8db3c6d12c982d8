import type { Delivery } from '../notification/delivery.ts';
import { type Measure, measure } from './measures.ts';

/** What a look at a delivery that changed it is counted as: how it stands and how old it is, whether others are told in its place, whether all mail stands still. */
export function deliveryMeasures(before: Delivery, after: Delivery): readonly Measure[] {
  const { state, failedOver, tried } = after;
  const { channel } = after.notification;
  const provider = after.route?.provider ?? (channel === 'email' ? 'ses' : 'none');
  const failed = state === 'retry' || state === 'refused';
  const attempted = failed || state === 'sent' || state === 'resolved';
  const passedOn = before.failedOver === undefined && failedOver !== undefined && failedOver.to.length > 0;
  const standsStill = tried !== before.tried && tried?.at(-1)?.standstill;
  return [
    ...(state === 'owed' ? [] : [measure('Deliveries', 1, { provider, outcome: state })]),
    ...(attempted ? [measure('Attempts', 1), measure('FailedAttempts', failed ? 1 : 0)] : []),
    ...(state === 'retry' ? [measure('Undelivered', after.changedAt - after.wantedAt, { channel })] : []),
    ...(state === 'refused' ? [measure('Refusals', 1)] : []),
    ...(passedOn ? [measure('FailOvers', 1)] : []),
    ...(standsStill ? [measure('Standstills', 1)] : []),
  ];
}
