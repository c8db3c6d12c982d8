import type { Instant } from '../../shared/calendar/instant.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { ItemKey } from '../adapters/item-keys.ts';
import { log } from '../adapters/log.ts';
import type { Attemptable } from './courier.ts';
import type { Desk } from './desk.ts';

/** Has others told where a delivery fails, and gives the delivery that says so. */
export type Exchanged = (failed: Delivery) => Promise<Delivery>;

const TRIES = 10;

/**
 * Makes an attempt that is written down, and writes down what came of it, once others are told where it failed. Undefined where
 * somebody else went on with the delivery.
 */
export async function made(
  { ledger, names }: Pick<Desk, 'ledger' | 'names'>,
  key: ItemKey,
  claimed: Delivery,
  { attempt, name }: Attemptable,
  exchanged: Exchanged,
  now: Instant,
): Promise<Delivery | undefined> {
  if (name !== undefined && (claimed.attempts === 1 || claimed.uncertain)) await names.remember(name, key, now);
  const outcome = await attempt();
  let delivery: Delivery | undefined = claimed;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const saved = await ledger.save(await exchanged(concluded(delivery, outcome, now, Math.random())));
    if (saved) return saved;
    delivery = await ledger.get(key);
    if (delivery?.state !== 'attempting' || delivery.nextActionAt !== claimed.nextActionAt) {
      log('warn', 'somebody else went on with the delivery', { ...key, verdict: outcome.verdict });
      return undefined;
    }
  }
  throw new Error(`a delivery was overtaken ${TRIES} times`);
}
