import { type Duration, type Instant, SECOND } from '../calendar/instant.ts';
import { type Delivery, settled } from './delivery.ts';
import { wantResolved } from './resolve.ts';

/** How long after a digest should have been told those in it wait before they look what became of it. */
export const PATIENCE: Duration = 90 * SECOND;

/** What has become of a digest, by the delivery that leads it; `failing` where others are told in place of everybody in it. */
export type Fate =
  | { readonly is: 'told'; readonly lead: Delivery }
  | { readonly is: 'awaited'; readonly until: Instant; readonly failing: boolean }
  | { readonly is: 'refused' | 'leaderless' };

/** What has become of a digest. One whose lead will not tell it any more, or never knew of it, needs another. */
export function fateOf(digest: string, lead: Delivery | undefined): Fate {
  if (lead?.digest?.id !== digest) return { is: 'leaderless' };
  if (lead.state === 'refused' && lead.wanted === 'told') return { is: 'refused' };
  if (lead.toldAt !== undefined) return { is: 'told', lead };
  switch (lead.state) {
    case 'held':
    case 'retry':
    case 'attempting':
      return { is: 'awaited', until: lead.nextActionAt! + PATIENCE, failing: lead.failedOver !== undefined };
    case 'owed':
    case 'sent':
    case 'refused':
    case 'suppressed':
    case 'resolved':
      return { is: 'leaderless' };
  }
}

/** The delivery on its own again. */
export function withoutDigest(delivery: Delivery): Delivery {
  const { digest: _left, ...rest } = delivery;
  return rest;
}

/** The delivery of what a digest has told, or stood for: nothing is left to do for it but to be resolved with the others. */
export function toldInDigest(delivery: Delivery, lead: Delivery, now: Instant): Delivery {
  const { detail: _old, ...rest } = settled(delivery, 'suppressed', now);
  const reference = lead.reference === undefined ? {} : { reference: lead.reference };
  return { ...rest, whyNot: 'grouped', ...reference, toldAt: lead.toldAt ?? now };
}

/**
 * The delivery of a page in a digest whose clock has stopped while `others` of the digest still run: the page stays open for them. A
 * lead that has not told it yet stays as it is, since the others wait for it; it finds out when it is looked at.
 */
export function leavesDigest(delivery: Delivery, others: number, now: Instant): Delivery {
  if (delivery.toldAt === undefined)
    return delivery.digest?.leads && delivery.nextActionAt !== undefined ? delivery : wantResolved(delivery, now);
  const detail = `its clock has stopped; the page stays open for ${others} ${others === 1 ? 'other' : 'others'}`;
  return delivery.detail === detail ? delivery : { ...delivery, detail, changedAt: now };
}
