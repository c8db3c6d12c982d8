import type { Duration, Instant } from '../calendar/instant.ts';
import { acknowledgedThere, wantAcknowledged } from './acknowledge-there.ts';
import { backoff, GIVE_UP_AFTER } from './backoff.ts';
import { EARLY } from './claim.ts';
import { type Delivery, type Outcome, settled } from './delivery.ts';
import { aloneUntil, triedSince } from './failover.ts';
import { resolveOwed } from './resolve.ts';
import { withTried } from './tried.ts';

/**
 * The delivery after the attempt it was claimed for; `jitter` is a number from 0 to 1. Throws when no attempt is under way. Where
 * its resolve was asked for meanwhile, that is what is owed next, unless the service is known not to have taken it; where somebody
 * acknowledged it meanwhile, that is.
 */
export function concluded(delivery: Delivery, outcome: Outcome, now: Instant, jitter: number): Delivery {
  const { attempting, ...rest } = withTried(delivery, outcome, now);
  if (delivery.state !== 'attempting' || attempting === undefined)
    throw new Error(`a delivery that is ${delivery.state} has no attempt to conclude`);
  const overtaken = attempting !== 'resolved' && delivery.wanted === 'resolved';
  if (attempting === 'acknowledged' && overtaken) return resolveOwed(rest, now);
  if (attempting === 'acknowledged' && outcome.verdict !== 'retry') return acknowledgedThere(rest, outcome, now);
  switch (outcome.verdict) {
    case 'sent': {
      if (attempting === 'resolved') return settled(rest, 'resolved', now);
      const { detail: _failed, ...told } = rest;
      const reference = outcome.reference === undefined ? {} : { reference: outcome.reference };
      const sent: Delivery = { ...settled(told, 'sent', now), ...reference, toldAt: now };
      if (overtaken) return resolveOwed(sent, now);
      return rest.seen ? wantAcknowledged(sent, now) : sent;
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
      return retried(failed, nextAttemptAt(failed, outcome.retryAfter ?? 0, now, jitter), now);
    }
  }
}

function retried(failed: Delivery, nextActionAt: Instant, now: Instant): Delivery {
  if (now < triedSince(failed) + GIVE_UP_AFTER) return { ...failed, state: 'retry', nextActionAt };
  const detail = `gave up after ${failed.attempts} attempts: ${failed.detail}`;
  if (failed.wanted === 'acknowledged') return acknowledgedThere(failed, { verdict: 'refused', detail }, now);
  return { ...settled(failed, 'refused', now), detail };
}

/**
 * Of the attempts that a way is alone for, the last falls on the end of that time, if the provider lets it: one that would come so
 * shortly before that there is no time for another is put off to it.
 */
function nextAttemptAt(failed: Delivery, retryAfter: Duration, now: Instant, jitter: number): Instant {
  const next = now + backoff(failed.attempts, jitter, retryAfter);
  const last = aloneUntil(failed);
  const isLetTo = now + EARLY < last && now + retryAfter <= last;
  return isLetTo && next + 2 * EARLY > last ? last : next;
}
