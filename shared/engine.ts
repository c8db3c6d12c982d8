import type { Instant } from './calendar/instant.ts';
import type { Acknowledgement } from './clock/acknowledgement.ts';
import { type Clock, isOpen } from './clock/clock.ts';
import { foldAll, foldOne, type Timed } from './clock/fold.ts';
import { acknowledged, unacknowledged } from './escalation/acknowledgement.ts';
import { type Climb, reconcile } from './escalation/climb.ts';
import { type ClimbStep, climbStep } from './escalation/climb-step.ts';
import { dueActions } from './escalation/due-action.ts';
import { type Course, coursesOf, withNextAction } from './escalation/next-action.ts';
import { calmed, pagesAreOver, tellsByPage } from './escalation/pages.ts';
import { reopenedSince } from './escalation/reopened-since.ts';
import { asSeen, clockOf, type TicketRecord } from './escalation/ticket-record.ts';
import { clockMeasures } from './measure/clock-measures.ts';
import type { Measure } from './measure/measures.ts';
import { stepMeasures } from './measure/step-measures.ts';
import { kindOf, type Notification } from './notification/notification.ts';
import type { PolicySet } from './policy/policy-set.ts';
import type { TicketEvent } from './ticket/ticket-event.ts';
import { compareMarks } from './ticket/timeline.ts';

/** The pages of a clock cycle, up to a round, that have nothing left to wake anybody for. */
export interface Resolution extends ClockCycle {
  readonly upToRound: number;
}

/** Names a clock cycle of a ticket. */
export type ClockCycle = Pick<Clock, 'metric' | 'startedAt'>;

/** What should now be true and be sent. */
export interface Decision {
  readonly record: TicketRecord;
  readonly notifications: readonly Notification[];
  readonly resolve: readonly Resolution[];
  /** Clock cycles that were reopened: what was not told of them because they had been fulfilled is owed anew. */
  readonly anew: readonly ClockCycle[];
  readonly measures: readonly Measure[];
}

/** Whether an event can be told on top of the record; if not, the whole timeline has to be told anew with `onTimeline`. */
export const follows = (record: TicketRecord, event: TicketEvent): boolean =>
  record.timed !== undefined && compareMarks(record.timed.last, event) < 0;

/** The record after an event that `follows` it; throws for any other. */
export function onTicketEvent(record: TicketRecord, event: TicketEvent, policies: PolicySet): Decision {
  if (record.timed === undefined || !follows(record, event))
    throw new Error(`event ${event.id} does not follow what the record has been told`);
  return retold(record, foldOne(record.timed, event, policies), policies);
}

/** The record after its whole timeline was told anew; what was escalated stays, and is taken back where it proves wrong. */
export function onTimeline(record: TicketRecord, events: readonly TicketEvent[], policies: PolicySet): Decision {
  return retold(record, foldAll(events, policies, record.timed?.policy), policies);
}

function retold(record: TicketRecord, timed: Timed | undefined, policies: PolicySet): Decision {
  if (timed === undefined) return { record, notifications: [], resolve: [], anew: [], measures: [] };
  const told = asSeen({ ...record, timed }, lastActed(record.climbs), policies);
  const climbs = reconciled(told);
  const next = withNextAction({ ...record, timed, climbs }, policies);
  return { record: next, notifications: [], resolve: [], anew: [], measures: clockMeasures(record, next, policies) };
}

/**
 * What is due at `now`: rungs to tell, pages to resolve, and the record that remembers it. What time alone has brought is acted on and
 * not written into what the events tell, so that an event that comes late finds those as they were. Asked again at the same instant it
 * finds nothing more.
 */
export function onDue(record: TicketRecord, now: Instant, policies: PolicySet): Decision {
  const seen = asSeen(record, now, policies);
  const stand = seen === record ? record : { ...seen, climbs: reconciled(seen) };
  const looks = coursesOf(stand, policies).map(course => look(course, now));
  const climbs = looks.map(({ step }) => step.climb).filter(isWorthKeeping);
  return {
    record: withNextAction({ ...record, climbs }, policies, { ...stand, climbs }),
    notifications: looks.flatMap(({ course, step }) => notificationsOf(record, course, step)),
    resolve: looks.filter(({ over }) => over).map(({ course }) => resolutionOf(course)),
    anew: looks.filter(({ anew }) => anew).map(({ course }) => cycleOf(course)),
    measures: looks.flatMap(({ course, step }) => stepMeasures(stand, course, step, policies)),
  };
}

/** The record after somebody acknowledged the clock cycles `of` picks: nothing of theirs is repeated until a breach is taken back. */
export function onAcknowledged(
  record: TicketRecord,
  said: Acknowledgement,
  policies: PolicySet,
  of: (clock: Clock) => boolean,
): Decision {
  const meant = coursesOf(record, policies).filter(
    ({ clock, promised }) => clock && promised && isOpen(clock) && of(clock),
  );
  const climbs = meant.map(({ climb }) => climb);
  return replaced(record, climbs, climb => acknowledged(climb, said), policies);
}

/** The record after a page's pager took back what was acknowledged there: rungs are repeated again, from where they would be by now. */
export const onUnacknowledged = (record: TicketRecord, page: string, policies: PolicySet): Decision =>
  replaced(record, record.climbs, climb => unacknowledged(climb, page), policies);

function replaced(
  record: TicketRecord,
  climbs: readonly Climb[],
  by: (climb: Climb) => Climb,
  policies: PolicySet,
): Decision {
  const changed = new Map(climbs.map(climb => [climb, by(climb)] as const).filter(([climb, next]) => next !== climb));
  const kept = record.climbs.filter(climb => !changed.has(climb));
  const next = { ...record, climbs: [...kept, ...changed.values()].filter(isWorthKeeping) };
  const told = changed.size === 0 ? record : withNextAction(next, policies);
  return { record: told, notifications: [], resolve: [], anew: [], measures: [] };
}

/**
 * The record with a page taken for open wherever one is due by `now`: somebody may be telling it at this moment, and whatever is
 * saved in between would otherwise lose it.
 */
export function presumingPages(record: TicketRecord, now: Instant, policies: PolicySet): TicketRecord {
  if (record.nextActionAt === undefined || record.nextActionAt > now) return record;
  const climbs = coursesOf({ ...asSeen(record, now, policies), climbs: record.climbs }, policies).map(
    ({ climb, clock, promised }) => {
      const due = clock && promised ? dueActions(clock, climb, promised) : [];
      return due.some(({ at, rung }) => at <= now && rung && promised && tellsByPage(rung, promised))
        ? { ...climb, paging: climb.paging ?? climb.round }
        : climb;
    },
  );
  return { ...record, climbs: climbs.filter(isWorthKeeping) };
}

const reconciled = (seen: TicketRecord): readonly Climb[] =>
  seen.climbs.map(climb => reconcile(climb, clockOf(seen, climb)));

/** The latest instant at which anything was done about a ticket: what was done then was right as things stood then. */
const lastActed = (climbs: readonly Climb[]): Instant =>
  climbs.reduce(
    (latest, { fired, breach }) => Math.max(latest, breach?.toldAt ?? latest, ...fired.map(({ at }) => at)),
    Number.NEGATIVE_INFINITY,
  );

interface Look {
  readonly course: Course;
  readonly over: boolean;
  readonly anew: boolean;
  readonly step: ClimbStep;
}

function look(course: Course, now: Instant): Look {
  const { clock, promised } = course;
  const over = pagesAreOver(course.climb, clock, promised);
  const reopenedAt = reopenedSince(course.climb, clock);
  const anew = reopenedAt !== undefined && reopenedAt <= now;
  const calm = over ? calmed(course.climb, clock) : course.climb;
  const climb = anew ? { ...calm, anew: reopenedAt } : calm;
  const runs = clock !== undefined && promised !== undefined;
  return { course, over, anew, step: runs ? climbStep(clock, climb, promised, now) : { climb, breached: false } };
}

const cycleOf = ({ climb: { metric, startedAt } }: Course): ClockCycle => ({ metric, startedAt });

function resolutionOf(course: Course): Resolution {
  const { climb, clock } = course;
  const runsOn = clock !== undefined && isOpen(clock);
  return { ...cycleOf(course), upToRound: runsOn ? climb.round - 1 : climb.round };
}

const isWorthKeeping = ({ fired, breach, corrections, paging, calm, acknowledged: seen }: Climb): boolean =>
  [breach, paging, calm, seen].some(fact => fact !== undefined) || fired.length > 0 || corrections.length > 0;

function notificationsOf({ key }: TicketRecord, { clock }: Course, { climb, told }: ClimbStep): Notification[] {
  if (clock === undefined || told === undefined) return [];
  const { rung, time } = told;
  const { metric, startedAt } = clock;
  const of = { ticket: key, metric, startedAt, round: climb.round, rung: rung.id, time, kind: kindOf(rung) };
  return rung.notify.map(({ channel, to }) => ({ ...of, channel, to }));
}
