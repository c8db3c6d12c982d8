import type { Instant } from '../calendar/instant.ts';
import { backoff, GIVE_UP_AFTER } from './backoff.ts';
import { type Delivery, type Outcome, settled } from './delivery.ts';
import { resolveOwed } from './resolve.ts';

/**
 * The delivery after the attempt it was claimed for; `jitter` is a number from 0 to 1. Throws when no attempt is under way. Where
 * its resolve was asked for meanwhile, that is what is owed next, unless the service is known not to have taken it.
 */
export function concluded(delivery: Delivery, outcome: Outcome, now: Instant, jitter: number): Delivery {
  const { attempting, ...rest } = delivery;
  if (delivery.state !== 'attempting' || attempting === undefined)
    throw new Error(`a delivery that is ${delivery.state} has no attempt to conclude`);
  const overtaken = attempting === 'told' && delivery.wanted === 'resolved';
  switch (outcome.verdict) {
    case 'sent': {
      if (attempting === 'resolved') return settled(rest, 'resolved', now);
      const { detail: _failed, ...told } = rest;
      const reference = outcome.reference === undefined ? {} : { reference: outcome.reference };
      const sent: Delivery = { ...settled(told, 'sent', now), ...reference, toldAt: now };
      return overtaken ? resolveOwed(sent, now) : sent;
    }
    case 'refused':
      return { ...settled(rest, 'refused', now), detail: outcome.detail };
    case 'retry': {
      const uncertain = outcome.uncertain || rest.uncertain ? { uncertain: true as const } : {};
      const failed: Delivery = { ...rest, ...uncertain, detail: outcome.detail, changedAt: now };
      if (overtaken)
        return failed.uncertain
          ? resolveOwed(failed, now)
          : { ...settled(failed, 'suppressed', now), whyNot: 'answered' };
      return retried(failed, now + backoff(failed.attempts, jitter, outcome.retryAfter), now);
    }
  }
}

function retried(failed: Delivery, nextActionAt: Instant, now: Instant): Delivery {
  const since = Math.max(failed.wantedAt, failed.held?.until ?? failed.wantedAt);
  if (nextActionAt <= since + GIVE_UP_AFTER) return { ...failed, state: 'retry', nextActionAt };
  const detail = `gave up after ${failed.attempts} attempts: ${failed.detail}`;
  return { ...settled(failed, 'refused', now), detail };
}
