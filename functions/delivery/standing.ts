import type { Instant } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { type Fate, fateOf, PATIENCE } from '../../shared/notification/digest.ts';
import { type ItemKey, isSameItem } from '../adapters/item-keys.ts';
import type { Desk } from './desk.ts';

/** How a delivery stands to digests: in none, to go alone since its digest was refused, telling one, or waiting for one. */
export type Standing = { readonly is: 'free' | 'alone' | 'leads' } | Extract<Fate, { is: 'told' | 'awaited' }>;

/**
 * How a delivery stands to the digest it is in. Where nobody leads that any more, the first to notice does from now on; a delivery
 * that is not among the members was left out, and is free.
 */
export async function standingOf(
  { digests, ledger }: Pick<Desk, 'digests' | 'ledger'>,
  key: ItemKey,
  { digest: own }: Delivery,
  now: Instant,
): Promise<Standing> {
  const digest = own && (await digests.get(own.id));
  if (own === undefined || digest === undefined) return { is: 'free' };
  if (isSameItem(digest.lead, key)) return { is: 'leads' };
  if (!(await digests.has(own.id, key))) return { is: 'free' };
  const fate = fateOf(own.id, await ledger.get(digest.lead));
  switch (fate.is) {
    case 'told':
    case 'awaited':
      return fate;
    case 'refused':
      await digests.leave(own.id, key);
      return { is: 'alone' };
    case 'leaderless':
      if (await digests.handOver(own.id, digest.lead, key)) return { is: 'leads' };
      return { is: 'awaited', until: now + PATIENCE, failing: false };
  }
}
