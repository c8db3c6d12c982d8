import type { Instant } from './calendar/instant.ts';
import { foldAll, foldOne, type Timed } from './clock/fold.ts';
import { promiseOf } from './clock/promise.ts';
import { climbOf, pagesAreOver, reconcile } from './escalation/climb.ts';
import { type ClimbStep, climbStep } from './escalation/climb-step.ts';
import { nextActionAt } from './escalation/next-action.ts';
import type { Clock } from './clock/clock.ts';
import { type Measure, measure } from './measure/measures.ts';
import { clockMeasures, severityLabel } from './measure/clock-measures.ts';
import { kindOf, type Notification } from './notification/notification.ts';
import type { PolicySet } from './policy/policy-set.ts';
import type { TicketRecord } from './ticket-record.ts';
import type { TicketEvent } from './ticket/ticket-event.ts';
import { compareMarks } from './ticket/timeline.ts';

/** What should now be true and be sent. */
export interface Decision {
  readonly record: TicketRecord;
  readonly notifications: readonly Notification[];
  /** Clock cycles whose pages have nothing left to wake anybody for. */
  readonly resolve: readonly Pick<Clock, 'metric' | 'startedAt'>[];
  readonly measures: readonly Measure[];
}

/** Whether an event can be told on top of the record; if not, the whole timeline has to be told anew with `onTimeline`. */
export const follows = (record: TicketRecord, event: TicketEvent): boolean =>
  record.timed !== undefined && compareMarks(record.timed.last, event) < 0;

/** The record after an event that `follows` it; throws for any other. */
export function onTicketEvent(record: TicketRecord, event: TicketEvent, policies: PolicySet): Decision {
  if (record.timed === undefined || !follows(record, event))
    throw new Error(`event ${event.id} does not follow the record`);
  return told(record, foldOne(record.timed, event, policies), policies);
}

/** The record after its whole timeline was told anew; what has been escalated is kept, and taken back where it proves wrong. */
export function onTimeline(record: TicketRecord, events: readonly TicketEvent[], policies: PolicySet): Decision {
  const timed = foldAll(events, policies, record.timed?.policy);
  if (timed === undefined) return { record, notifications: [], resolve: [], measures: [] };
  return told(record, timed, policies);
}

function told(record: TicketRecord, timed: Timed, policies: PolicySet): Decision {
  const climbs = record.climbs.map(climb =>
    reconcile(
      climb,
      timed.clocks.find(clock => clock.metric === climb.metric && clock.startedAt === climb.startedAt),
    ),
  );
  const next = scheduled({ ...record, timed, climbs }, policies);
  return { record: next, notifications: [], resolve: [], measures: clockMeasures(record, next, policies) };
}

/**
 * What is due at `now`: rungs to tell, pages to resolve, and the record that remembers it. Asking again changes nothing; with
 * nothing due, the record comes back as it is but for its next action.
 */
export function onDue(record: TicketRecord, now: Instant, policies: PolicySet): Decision {
  const { timed } = record;
  if (timed === undefined) return { record: scheduled(record, policies), notifications: [], resolve: [], measures: [] };
  const over = record.climbs.filter(climb =>
    pagesAreOver(
      climb,
      timed.clocks.find(clock => clock.metric === climb.metric && clock.startedAt === climb.startedAt),
    ),
  );
  const calm = record.climbs.map(climb => {
    if (!over.includes(climb)) return climb;
    const { paging: _paging, ...rest } = climb;
    return rest;
  });
  const policy = timed.policy && policies.edition(timed.policy);
  const steps: { clock: Clock; step: ClimbStep }[] = [];
  if (policy)
    for (const clock of timed.clocks)
      if (clock.row !== undefined)
        steps.push({
          clock,
          step: climbStep(clock, climbOf(calm, clock), promiseOf(policies, policy, clock.row), now),
        });
  // to be written
  return { record, notifications: [], resolve: over, measures: [measure('Breaches', 1)] };
}

function scheduled(record: TicketRecord, policies: PolicySet): TicketRecord {
  const { nextActionAt: _old, ...rest } = record;
  const at = nextActionAt(rest, policies);
  return at === undefined ? rest : { ...rest, nextActionAt: at };
}

void kindOf;
void severityLabel;
