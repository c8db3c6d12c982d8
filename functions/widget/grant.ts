import type { Instant } from '../../shared/calendar/instant.ts';
import { onAcknowledged } from '../../shared/engine.ts';
import { hurried } from '../../shared/notification/hurried.ts';
import { changeTicket, type Tickets } from '../acknowledgement/change-ticket.ts';
import type { DeliveryLedger } from '../adapters/delivery-ledger.ts';
import { log } from '../adapters/log.ts';
import type { Queue } from '../adapters/queues.ts';
import type { Viewer } from './viewer.ts';
import type { Wish } from './wish.ts';

/** What it takes to do as a dashboard's buttons ask. */
export interface Hands extends Tickets {
  readonly ledger: DeliveryLedger;
  readonly outbound: Readonly<Record<'email' | 'page', Queue>>;
}

/**
 * Does what a button was pressed for, and says what came of it. On the ticket or the delivery is written that a dashboard asked for it, and in
 * the log all that is known of the press; who it was is known to CloudTrail alone, by the id of the request that stands before every
 * line of the log.
 */
export async function grant(hands: Hands, wish: Wish, { place }: Viewer, now: Instant): Promise<string> {
  const by = place.dashboard;
  const said = wish.do === 'acknowledge' ? await acknowledge(hands, wish, by, now) : await hurry(hands, wish, by, now);
  log('info', 'a button of a dashboard was pressed', { ...place, wish, said });
  return said;
}

async function acknowledge(
  hands: Hands,
  { source, tenant, ticket }: Wish & { do: 'acknowledge' },
  by: string,
  now: Instant,
): Promise<string> {
  const said = { at: now, by, via: 'dashboard' };
  const key = { tenant, source, id: ticket };
  const saved = await changeTicket(
    hands,
    key,
    (record, policies) => onAcknowledged(record, said, policies, () => true),
    now,
  );
  return saved === undefined ? 'There is no such ticket any more.' : 'Acknowledged: nothing of it is repeated.';
}

async function hurry(
  { ledger, outbound }: Hands,
  { pk, sk }: Wish & { do: 'redeliver' },
  by: string,
  now: Instant,
): Promise<string> {
  const delivery = await ledger.get({ pk, sk });
  if (delivery === undefined) return 'There is no such delivery any more.';
  const next = hurried(delivery, { by, at: now });
  if (next === delivery) return 'It has gone on meanwhile.';
  if ((await ledger.save(next)) === undefined) return 'It has gone on meanwhile.';
  await outbound[delivery.notification.channel].send([{ body: { pk, sk } }], now);
  return 'It is tried again now.';
}
