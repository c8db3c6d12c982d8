import type { Delivery } from '../notification/delivery.ts';
import { freeSince, isForRoom } from '../notification/hold.ts';
import { type Measure, measure } from './measures.ts';

/**
 * What a look at a delivery that changed it is counted as: how it stands, the attempt that was made, how long it could have been told
 * when it is next tried, whether others are told in its place, whether all mail stands still.
 */
export function deliveryMeasures(before: Delivery, after: Delivery): readonly Measure[] {
  const { state, failedOver, tried } = after;
  const { channel } = after.notification;
  const provider = after.route?.provider ?? (channel === 'email' ? 'ses' : 'none');
  const attempt = tried === before.tried ? undefined : tried?.at(-1);
  const passedOn = before.failedOver === undefined && failedOver !== undefined && failedOver.to.length > 0;
  return [
    ...(state === 'owed' || after.wanted === 'acknowledged'
      ? []
      : [measure('Deliveries', 1, { provider, outcome: state })]),
    ...(attempt ? [measure('Attempts', 1), measure('FailedAttempts', attempt.verdict === 'sent' ? 0 : 1)] : []),
    ...(waits(after) ? [measure('Undelivered', after.nextActionAt! - freeSince(after), { channel })] : []),
    ...(state === 'refused' ? [measure('Refusals', 1)] : []),
    ...(passedOn ? [measure('FailOvers', 1)] : []),
    ...(attempt?.standstill ? [measure('Standstills', 1)] : []),
  ];
}

const waits = ({ wanted, state, held }: Delivery): boolean =>
  wanted === 'told' && (state === 'retry' || (state === 'held' && isForRoom(held!)));
