import type { Instant } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { failOver, failsOver } from '../../shared/notification/failover.ts';
import type { Channel } from '../../shared/policy/ladder.ts';
import type { Recipients } from '../../shared/policy/ways.ts';
import { type DeliveryLedger, rowOf } from '../adapters/delivery-ledger.ts';
import { log, reasonOf } from '../adapters/log.ts';
import type { Queue } from '../adapters/queues.ts';

/** What it takes to have somebody else told. */
export interface Exchange {
  readonly ledger: DeliveryLedger;
  readonly outbound: Readonly<Record<Channel, Queue>>;
}

const TRIES = 10;

/**
 * Where a delivery fails, has the next ways tried at once, and gives the delivery that says so. It is to be saved afterwards: a death
 * in between does all this again, and the ledger makes it one.
 */
export async function passedOn(
  { ledger, outbound }: Exchange,
  failed: Delivery,
  recipients: Recipients,
  now: Instant,
): Promise<Delivery> {
  if (!failsOver(failed)) return failed;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const { delivery, standIns } = failOver(failed, await ledger.firing(failed.notification), recipients, now);
    const saved = await Promise.all(standIns.map(ledger.save));
    for (const row of saved) if (row?.state === 'owed') await ask(outbound, row, now);
    if (!saved.includes(undefined)) return delivery;
  }
  throw new Error(`the ways beside a delivery were overtaken ${TRIES} times`);
}

/** A message that cannot be sent now is sent by the sweep. */
async function ask(outbound: Exchange['outbound'], { notification }: Delivery, now: Instant): Promise<void> {
  const { channel, pk, sk } = rowOf(notification);
  await outbound[channel]
    .send([{ body: { pk, sk } }], now)
    .catch(error => log('warn', 'a way beside a failed one waits for the sweep', { pk, sk, reason: reasonOf(error) }));
}
