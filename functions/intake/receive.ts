import { isDeepStrictEqual } from 'node:util';
import { type Instant, SECOND } from '../../shared/calendar/instant.ts';
import { type Decision, follows, onTicketEvent, onTimeline, presumingPages } from '../../shared/engine.ts';
import { type TicketRecord, unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { type Measure, measure } from '../../shared/measure/measures.ts';
import { LEASE } from '../../shared/notification/delivery.ts';
import { grantedBy } from '../../shared/policy/entitlement.ts';
import type { PolicySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { compareMarks } from '../../shared/ticket/timeline.ts';
import type { EntitlementStore } from '../adapters/entitlement-store.ts';
import { ticketItemKey } from '../adapters/item-keys.ts';
import { log, reasonOf } from '../adapters/log.ts';
import type { OutageMarkers } from '../adapters/outage-markers.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import type { Queue } from '../adapters/queues.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';
import { marked } from './outage-marker.ts';

/** What became of an event of a ticket: taken, known before, kept until its ticket is created, or refused and why. */
export type Receipt = 'accepted' | 'duplicate' | 'kept' | 'contradicts' | 'too much';

/** The parts an event passes through. */
export interface Intake {
  readonly tickets: TicketTable;
  readonly policies: PolicyStore;
  readonly entitlements: EntitlementStore;
  readonly outages: OutageMarkers;
  readonly due: Queue;
  /** How far ahead the next action may lie to be queued at once, in seconds. */
  readonly lookAheadSeconds: number;
}

const TRIES = 20;

/** The most a ticket's record may come to, in characters of JSON; DynamoDB holds 400 KB (Service quotas, item size). */
const LARGEST = 250_000;

/**
 * Takes events of one ticket: writes each down once, tells them to the record, saves it, and queues what falls due soon. Answers in
 * the order of the events; what was known before is told again, so that a death between the writes heals when the sender tries again.
 */
export async function receive(
  intake: Intake,
  key: TicketKey,
  events: readonly TicketEvent[],
  now: Instant,
): Promise<{ readonly receipts: readonly Receipt[]; readonly measures: readonly Measure[] }> {
  const before = (await intake.tickets.get(key)) ?? unknownTicket(key);
  if (JSON.stringify(before).length > LARGEST) return { receipts: events.map(() => 'too much'), measures: [] };
  const told = await Promise.all(events.map(event => withGranted(intake, key, event)));
  const written = await Promise.all(told.map(event => intake.tickets.write(key, event)));
  const taken = told.filter((_, index) => written[index] !== 'contradicts');
  const known = written.includes('known');
  const decided = taken.length === 0 ? undefined : await tell(intake, before, taken, known, now);
  const unborn = decided?.record.timed === undefined;
  const receipts = written.map((each): Receipt => {
    if (each === 'contradicts') return 'contradicts';
    if (each === 'known') return 'duplicate';
    return unborn ? 'kept' : 'accepted';
  });
  const fresh = written.filter(each => each === 'new').length;
  return { receipts, measures: [...(decided?.measures ?? []), ...(fresh > 0 ? [measure('TicketEvents', fresh)] : [])] };
}

/** A creation with what its customer is entitled to at that instant; any other event as it is. */
async function withGranted({ entitlements }: Intake, { tenant }: TicketKey, event: TicketEvent): Promise<TicketEvent> {
  if (event.type !== 'created' || event.attributes.customer === undefined) return event;
  const granted = grantedBy(await entitlements.of(tenant, String(event.attributes.customer)), event.at);
  return granted === undefined ? event : { ...event, granted };
}

/** Tells a ticket all its events anew, as if each had just been sent again; gives what was saved then, if anything differed. */
export async function retell(intake: Intake, key: TicketKey, now: Instant): Promise<Decision | undefined> {
  const record = await intake.tickets.get(key);
  return record && tell(intake, record, [], true, now);
}

async function tell(
  intake: Intake,
  before: TicketRecord,
  events: readonly TicketEvent[],
  known: boolean,
  now: Instant,
): Promise<Decision> {
  let record = before;
  let isMarked = false;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const policies = await intake.policies.load(record.timed?.policy);
    const stand = presumingPages(record, now + LEASE, policies);
    const decision = await decide(intake, stand, events, known, policies);
    if (known && isDeepStrictEqual(decision.record, stand)) return decision;
    isMarked = await marked(intake.outages, record, decision.record, policies, isMarked);
    const saved = await intake.tickets.save(decision.record, now);
    if (saved !== undefined) {
      await queueNext(intake, saved, now);
      return decision;
    }
    record = (await intake.tickets.get(record.key)) ?? unknownTicket(record.key);
  }
  throw new Error(`the record was overtaken ${TRIES} times`);
}

async function decide(
  { tickets }: Intake,
  record: TicketRecord,
  events: readonly TicketEvent[],
  known: boolean,
  policies: PolicySet,
): Promise<Decision> {
  const inOrder = !known && events.every((event, index) => follows(record, event) && isAfter(events[index - 1], event));
  if (!inOrder) return onTimeline(record, await tickets.events(record.key), policies);
  let decision: Decision = { record, notifications: [], resolve: [], anew: [], measures: [] };
  for (const event of events) {
    const next = onTicketEvent(decision.record, event, policies);
    decision = { ...next, measures: [...decision.measures, ...next.measures] };
  }
  return decision;
}

const isAfter = (earlier: TicketEvent | undefined, event: TicketEvent): boolean =>
  earlier === undefined || compareMarks(earlier, event) < 0;

async function queueNext({ due, lookAheadSeconds }: Intake, { key, nextActionAt }: TicketRecord, now: Instant) {
  if (nextActionAt === undefined || nextActionAt > now + lookAheadSeconds * SECOND) return;
  try {
    await due.send([{ body: ticketItemKey(key), at: nextActionAt }], now);
  } catch (error) {
    log('warn', 'a due ticket could not be queued and waits for the next sweep', { reason: reasonOf(error) });
  }
}
