import type { Instant } from '../../shared/calendar/instant.ts';
import type { Climb } from '../../shared/escalation/climb.ts';
import { wantAcknowledged } from '../../shared/notification/acknowledge-there.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { providerOf } from '../../shared/paging/providers.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { type DeliveryLedger, rowOf } from '../adapters/delivery-ledger.ts';

const TRIES = 10;

/**
 * Has the pages of a clock cycle that still ring, or are about to, acknowledged at their pagers, where these can be told; the next sweep
 * sends it on. Asked again it asks for no more.
 */
export async function quietPages(
  ledger: DeliveryLedger,
  ticket: TicketKey,
  { metric, startedAt, round }: Climb,
  now: Instant,
): Promise<void> {
  const pages = await ledger.pages(ticket, { metric, startedAt, upToRound: round });
  const ringing = pages.filter(({ notification, route }) => notification.round === round && canBeTold(route?.provider));
  await Promise.all(ringing.map(page => quiet(ledger, page, now)));
}

const canBeTold = (provider: string | undefined): boolean =>
  provider !== undefined && providerOf(provider)?.acknowledge !== undefined;

async function quiet(ledger: DeliveryLedger, page: Delivery, now: Instant): Promise<void> {
  let found: Delivery | undefined = page;
  for (let tries = 1; found !== undefined && tries <= TRIES; tries += 1) {
    const next = wantAcknowledged(found, now);
    if (next === found || (await ledger.save(next)) !== undefined) return;
    found = await ledger.get(rowOf(page.notification));
  }
  throw new Error(`a page was overtaken ${TRIES} times`);
}
