import type { Instant } from '../../shared/calendar/instant.ts';
import { onAcknowledged } from '../../shared/engine.ts';
import { hurried } from '../../shared/notification/hurried.ts';
import { changeTicket, type Tickets } from '../acknowledgement/change-ticket.ts';
import type { DeliveryLedger } from '../adapters/delivery-ledger.ts';
import { log } from '../adapters/log.ts';
import type { Queue } from '../adapters/queues.ts';
import type { Wish } from './wish.ts';

/** What it takes to do as a dashboard's buttons ask. */
export interface Hands extends Tickets {
  readonly ledger: DeliveryLedger;
  readonly outbound: Readonly<Record<'email' | 'page', Queue>>;
}

/** Does what a button on `dashboard` was pressed for, writes down that it was, and says what came of it. */
export async function grant(hands: Hands, wish: Wish, dashboard: string, now: Instant): Promise<string> {
  const said =
    wish.do === 'acknowledge' ? await acknowledge(hands, wish, dashboard, now) : await hurry(hands, wish, now);
  log('info', 'a button of a dashboard was pressed', { dashboard, wish: wish.do, said });
  return said;
}

async function acknowledge(
  hands: Hands,
  { source, tenant, ticket }: Wish & { do: 'acknowledge' },
  dashboard: string,
  now: Instant,
): Promise<string> {
  const said = { at: now, by: dashboard, via: 'dashboard' };
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
  now: Instant,
): Promise<string> {
  const delivery = await ledger.get({ pk, sk });
  if (delivery === undefined) return 'There is no such delivery any more.';
  const next = hurried(delivery, now);
  if (next === delivery) return 'It has gone on meanwhile.';
  if ((await ledger.save(next)) === undefined) return 'It has gone on meanwhile.';
  await outbound[delivery.notification.channel].send([{ body: { pk, sk } }], now);
  return 'It is tried again now.';
}
