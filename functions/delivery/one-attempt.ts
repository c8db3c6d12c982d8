import type { Instant } from '../../shared/calendar/instant.ts';
import { deliveryMeasures } from '../../shared/measure/delivery-measures.ts';
import type { Measure } from '../../shared/measure/measures.ts';
import { claim } from '../../shared/notification/claim.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import type { Delivery, Outcome } from '../../shared/notification/delivery.ts';
import { type Facts, factsOf } from '../../shared/notification/facts.ts';
import { held } from '../../shared/notification/hold.ts';
import { suppressed } from '../../shared/notification/resolve.ts';
import { wanted } from '../../shared/notification/wanted.ts';
import type { PagedRoute, Recipient } from '../../shared/policy/recipient.ts';
import { recipientsFor } from '../../shared/policy/recipient-for.ts';
import type { Recipients } from '../../shared/policy/ways.ts';
import type { DeliveryNames } from '../adapters/delivery-names.ts';
import type { ItemKey } from '../adapters/item-keys.ts';
import { log } from '../adapters/log.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';
import { type Gate, type Passage, passage } from './gate.ts';
import { type Exchange, passedOn } from './pass-on.ts';

/** An attempt that only has to be made. */
interface Attemptable {
  /** What others will call the delivery by, to be written down before the first attempt. */
  readonly name?: string;
  readonly attempt: () => Promise<Outcome>;
  readonly route?: PagedRoute;
}

/** An attempt that only has to be made, or why nobody can be told. */
type Prepared = Attemptable | { readonly unknown: string };

/** One way for a notification to travel. Attempts never throw. */
export interface Courier {
  tell(delivery: Delivery, facts: Facts, recipient: Recipient | undefined): Prepared;
  resolve(delivery: Delivery, now: Instant): Attemptable;
}

/** What the attempts of one function go by. */
export interface Desk extends Exchange {
  readonly names: DeliveryNames;
  readonly tickets: TicketTable;
  readonly policies: PolicyStore;
  /** In the order they are asked. */
  readonly gates: readonly Gate[];
  readonly courier: Courier;
}

type Ready = Prepared | Exclude<Passage, 'passes'>;

/** What to do about a delivery, and who else can be told if that fails. */
interface Checked {
  readonly ready: Ready;
  readonly recipients?: Recipients;
}

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
  const { ready, recipients = {} } = await prepare(desk, delivery, now);
  const exchange = (failed: Delivery) => passedOn(desk, failed, recipients, now);
  const after =
    'attempt' in ready
      ? await made(desk, key, claimed.claimed, ready, exchange, now)
      : await desk.ledger.save(await exchange(notMade(delivery, ready, now)));
  if (after === undefined) return [];
  const counted = deliveryMeasures(delivery, after);
  return after.state === 'owed' ? [...counted, ...(await oneAttempt(desk, key, now))] : counted;
}

async function prepare(
  { tickets, policies, gates, courier }: Desk,
  delivery: Delivery,
  now: Instant,
): Promise<Checked> {
  const { notification } = delivery;
  if (delivery.wanted === 'resolved') return { ready: courier.resolve(delivery, now) };
  const record = await tickets.get(notification.ticket);
  if (record === undefined) return { ready: { whyNot: 'cancelled' } };
  const pinned = record.timed?.policy;
  const set = await policies.load(pinned);
  const policy = pinned && set.edition(pinned);
  const still = wanted(notification, record, set, now);
  if (still !== 'wanted') return { ready: { whyNot: still } };
  if (policy === undefined) return { ready: { whyNot: 'moved' } };
  const facts = factsOf(notification, record, set, now);
  const recipients = recipientsFor(policy, facts.attributes, facts.severity);
  const recipient = recipients[notification.to];
  const at = delivery.state === 'held' ? Math.max(now, delivery.nextActionAt!) : now;
  const through = await passage(gates, { delivery, record, policy, recipient, facts, now: at });
  return { ready: through === 'passes' ? courier.tell(delivery, facts, recipient) : through, recipients };
}

function notMade(delivery: Delivery, ready: Exclude<Ready, Attemptable>, now: Instant): Delivery {
  if ('hold' in ready) return held(delivery, ready.hold, now);
  if ('whyNot' in ready) return suppressed(delivery, ready.whyNot, now, ready.detail);
  return suppressed(delivery, 'unknown recipient', now, ready.unknown);
}

async function made(
  { ledger, names }: Desk,
  key: ItemKey,
  claimed: Delivery,
  { attempt, name, route }: Attemptable,
  exchange: (failed: Delivery) => Promise<Delivery>,
  now: Instant,
): Promise<Delivery | undefined> {
  if (name !== undefined && claimed.attempts === 1) await names.remember(name, key);
  let delivery = await ledger.save(route === undefined ? claimed : { ...claimed, route });
  if (delivery === undefined) return undefined;
  const outcome = await attempt();
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const saved = await ledger.save(await exchange(concluded(delivery, outcome, now, Math.random())));
    if (saved) return saved;
    delivery = await ledger.get(key);
    if (delivery?.state !== 'attempting' || delivery.nextActionAt !== claimed.nextActionAt) {
      log('warn', 'somebody else went on with the delivery', { ...key, verdict: outcome.verdict });
      return undefined;
    }
  }
  throw new Error(`a delivery was overtaken ${TRIES} times`);
}
