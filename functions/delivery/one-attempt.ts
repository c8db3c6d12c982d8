import type { Instant } from '../../shared/calendar/instant.ts';
import { type Measure, measure } from '../../shared/measure/measures.ts';
import { claim } from '../../shared/notification/claim.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import type { Delivery, Outcome } from '../../shared/notification/delivery.ts';
import { type Facts, factsOf } from '../../shared/notification/facts.ts';
import { held } from '../../shared/notification/hold.ts';
import { suppressed } from '../../shared/notification/resolve.ts';
import { wanted } from '../../shared/notification/wanted.ts';
import type { PageRoute, Recipient } from '../../shared/policy/recipient.ts';
import type { DeliveryLedger } from '../adapters/delivery-ledger.ts';
import type { ItemKey } from '../adapters/item-keys.ts';
import { log } from '../adapters/log.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';
import { type Gate, type Passage, passage } from './gate.ts';

/** An attempt that only has to be made. */
interface Attemptable {
  readonly attempt: () => Promise<Outcome>;
  readonly route?: PageRoute;
}

/** An attempt that only has to be made, or why nobody can be told. */
type Prepared = Attemptable | { readonly unknown: string };

/** One way for a notification to travel. Attempts never throw. */
export interface Courier {
  tell(delivery: Delivery, facts: Facts, recipient: Recipient | undefined): Prepared;
  resolve(delivery: Delivery, now: Instant): Attemptable;
}

/** What the attempts of one function go by. */
export interface Desk {
  readonly tickets: TicketTable;
  readonly policies: PolicyStore;
  readonly ledger: DeliveryLedger;
  /** In the order they are asked. */
  readonly gates: readonly Gate[];
  readonly courier: Courier;
}

type Ready = Prepared | Exclude<Passage, 'passes'>;

const TRIES = 10;

/**
 * Makes one attempt at a delivery of the ledger, if one is to be made now: checks that it is still wanted, writes the attempt down,
 * makes it, and writes down what came of it. Where that leaves a page to be resolved, it is resolved at once.
 */
export async function oneAttempt(desk: Desk, key: ItemKey, now: Instant): Promise<readonly Measure[]> {
  const delivery = await desk.ledger.get(key);
  if (delivery === undefined) {
    log('warn', 'there is no such delivery', { ...key });
    return [];
  }
  const claimed = claim(delivery, now);
  if ('nothing' in claimed) return [];
  const ready = await prepare(desk, delivery, now);
  const after =
    'attempt' in ready ? await made(desk, key, claimed.claimed, ready, now) : await notMade(desk, delivery, ready, now);
  if (after === undefined) return [];
  const counted = measure('Deliveries', 1, { channel: after.notification.channel, outcome: after.state });
  return after.state === 'owed' ? oneAttempt(desk, key, now) : [counted];
}

async function prepare({ tickets, policies, gates, courier }: Desk, delivery: Delivery, now: Instant): Promise<Ready> {
  const { notification } = delivery;
  if (delivery.wanted === 'resolved') return courier.resolve(delivery, now);
  const record = await tickets.get(notification.ticket);
  if (record === undefined) return { whyNot: 'cancelled' };
  const pinned = record.timed?.policy;
  const set = await policies.load(pinned);
  const policy = pinned && set.edition(pinned);
  const still = wanted(notification, record, set, now);
  if (still !== 'wanted') return { whyNot: still };
  if (policy === undefined) return { whyNot: 'moved' };
  const facts = factsOf(notification, record, set, now);
  const recipient = policy.recipients[notification.to];
  const through = await passage(gates, { delivery, record, policy, recipient, facts, now });
  return through === 'passes' ? courier.tell(delivery, facts, recipient) : through;
}

function notMade({ ledger }: Desk, delivery: Delivery, ready: Exclude<Ready, Attemptable>, now: Instant) {
  if ('hold' in ready) return ledger.save(held(delivery, ready.hold, now));
  if ('whyNot' in ready) return ledger.save(suppressed(delivery, ready.whyNot, now, ready.detail));
  return ledger.save(suppressed(delivery, 'unknown recipient', now, ready.unknown));
}

async function made(
  { ledger }: Desk,
  key: ItemKey,
  claimed: Delivery,
  { attempt, route }: Attemptable,
  now: Instant,
): Promise<Delivery | undefined> {
  let delivery = await ledger.save(route === undefined ? claimed : { ...claimed, route });
  if (delivery === undefined) return undefined;
  const outcome = await attempt();
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const saved = await ledger.save(concluded(delivery, outcome, now, Math.random()));
    if (saved) return saved;
    delivery = await ledger.get(key);
    if (delivery?.state !== 'attempting' || delivery.nextActionAt !== claimed.nextActionAt) {
      log('warn', 'somebody else went on with the delivery', { ...key, verdict: outcome.verdict });
      return undefined;
    }
  }
  throw new Error(`a delivery was overtaken ${TRIES} times`);
}
