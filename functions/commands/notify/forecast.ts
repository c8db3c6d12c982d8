import type { Instant } from '../../../shared/calendar/instant.ts';
import { sameCycle } from '../../../shared/clock/clock.ts';
import { onDue } from '../../../shared/engine.ts';
import { coursesOf } from '../../../shared/escalation/next-action.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import { type Delivery, type Hold, owed } from '../../../shared/notification/delivery.ts';
import { type Notification, notificationKey } from '../../../shared/notification/notification.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import type { Desk } from '../../delivery/desk.ts';
import type { Passage } from '../../delivery/gate.ts';
import { judged } from '../../delivery/judge.ts';
import { type Foretold, foretold } from './foretold.ts';

/** More than any ladder has; a walk that comes so far is cut. */
const MOST_STEPS = 1000;

/** What a forecast is made by. */
type Foresight = Pick<Desk, 'policies' | 'gates'>;

/**
 * What would be told about a ticket from `now` on, in order: what it owes already by its `deliveries`, and what the engine itself comes
 * to, walked from one due instant to the next.
 */
export async function forecast(
  record: TicketRecord,
  deliveries: readonly Delivery[],
  by: Foresight,
  now: Instant,
): Promise<readonly Foretold[]> {
  const policies = await by.policies.load(record.timed?.policy);
  const steps = walked(record, policies, now);
  const standingAt = (at: Instant) => steps.findLast(step => step.at <= at)!.record;
  const known = new Set(deliveries.map(({ notification }) => notificationKey(notification)));
  const coming = steps
    .flatMap(({ at, notifications }) => notifications.map(notification => owed(notification, at)))
    .filter(({ notification }) => !known.has(notificationKey(notification)))
    .map(delivery => ({ at: delivery.createdAt, delivery }));
  const waiting = deliveries
    .filter(({ wanted, nextActionAt }) => wanted === 'told' && nextActionAt !== undefined)
    .filter(({ notification }) => isPromised(notification, record, policies))
    .map(delivery => ({ at: Math.max(now, delivery.nextActionAt!), delivery }));
  const found: Foretold[] = [];
  for (const { at, delivery } of [...waiting, ...coming].toSorted((a, b) => a.at - b.at)) {
    const passing = await lasting(by, standingAt, delivery, at);
    found.push(foretold(delivery.notification, standingAt(at), policies, passing, at));
  }
  return found;
}

/** A ticket after a step of the walk, and what is told by it. */
interface Step {
  readonly at: Instant;
  readonly record: TicketRecord;
  readonly notifications: readonly Notification[];
}

function walked(record: TicketRecord, policies: PolicySet, now: Instant): readonly Step[] {
  const steps: Step[] = [{ at: now, record, notifications: [] }];
  for (let last = record; last.nextActionAt !== undefined && steps.length <= MOST_STEPS; ) {
    const at = Math.max(now, last.nextActionAt);
    const { record: next, notifications } = onDue(last, at, policies);
    steps.push({ at, record: next, notifications });
    last = next;
  }
  return steps;
}

const isPromised = (notification: Notification, record: TicketRecord, policies: PolicySet): boolean =>
  coursesOf(record, policies).some(({ clock, promised }) => clock && promised && sameCycle(clock, notification));

/** A hold may only be until the next look: it is asked on until something else is said, which time alone never does to a pause. */
async function lasting(
  by: Foresight,
  standingAt: (at: Instant) => TicketRecord,
  delivery: Delivery,
  from: Instant,
): Promise<Passage> {
  let first: Hold | undefined;
  let at = from;
  for (let looks = 0; looks < MOST_STEPS; looks += 1) {
    const standing = standingAt(at);
    const found = await judged({ ...by, tickets: { get: async () => standing } }, delivery, at);
    if ('parcel' in found) break;
    if (!('hold' in found.notNow)) return found.notNow;
    if (found.notNow.hold.why === 'paused') return found.notNow;
    first ??= found.notNow.hold;
    at = found.notNow.hold.until;
  }
  return first === undefined ? 'passes' : { hold: { ...first, until: at } };
}
