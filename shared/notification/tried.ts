import type { Instant } from '../calendar/instant.ts';
import type { Delivery, Outcome } from './delivery.ts';

/** As many attempts as are worth looking back at. */
const KEPT = 10;

/** The delivery with what came of the attempt under way; it stays under way. */
export function withTried(delivery: Delivery, outcome: Outcome, now: Instant): Delivery {
  const tried = {
    at: now,
    for: delivery.attempting ?? delivery.wanted,
    verdict: outcome.verdict,
    ...('detail' in outcome ? { detail: outcome.detail } : {}),
    ...('standstill' in outcome ? { standstill: true as const } : {}),
  };
  return { ...delivery, tried: [...(delivery.tried ?? []), tried].slice(-KEPT) };
}
