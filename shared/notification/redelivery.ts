import type { Instant } from '../calendar/instant.ts';
import type { Delivery } from './delivery.ts';

/** Who asked for something to be told again, and when. */
export interface Redelivery {
  readonly by: string;
  readonly at: Instant;
}

/**
 * The delivery that is to be looked at now, because somebody asked: what was refused or suppressed is owed anew, what is to be tried
 * again later is tried now. Undefined where it was told, or somebody or something is at it: nobody is told twice.
 */
export function redelivered(delivery: Delivery, asked: Redelivery): Delivery | undefined {
  const soon = { nextActionAt: asked.at, changedAt: asked.at, redelivered: asked };
  switch (delivery.state) {
    case 'refused':
    case 'suppressed': {
      const { whyNot: _why, detail: _old, seen: _before, ...rest } = delivery;
      return { ...rest, ...soon, state: 'owed', attempts: 0, wantedAt: asked.at };
    }
    case 'retry':
      return { ...delivery, ...soon };
    case 'owed':
    case 'attempting':
    case 'held':
    case 'sent':
    case 'resolved':
      return undefined;
  }
}
