import type { Instant } from '../calendar/instant.ts';
import type { Delivery } from './delivery.ts';

/** The delivery with its next attempt due at once, where one waits for its time; what holds it back may do so again. */
export const hurried = (delivery: Delivery, now: Instant): Delivery =>
  delivery.state === 'owed' || delivery.state === 'retry' || delivery.state === 'held'
    ? { ...delivery, nextActionAt: now, changedAt: now }
    : delivery;
