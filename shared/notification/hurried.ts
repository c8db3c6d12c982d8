import type { Delivery } from './delivery.ts';
import type { Redelivery } from './redelivery.ts';

/** The delivery with its next attempt due at once because somebody asked, where one waits for its time; what holds it back may do so again. */
export const hurried = (delivery: Delivery, asked: Redelivery): Delivery =>
  delivery.state === 'owed' || delivery.state === 'retry' || delivery.state === 'held'
    ? { ...delivery, nextActionAt: asked.at, changedAt: asked.at, redelivered: asked }
    : delivery;
