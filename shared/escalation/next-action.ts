import type { Instant } from '../calendar/instant.ts';
import type { Clock } from '../clock/clock.ts';
import { type Promised, promiseOfClock } from '../clock/promise.ts';
import { fallsAt } from '../clock/settled.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { type Climb, climbOf } from './climb.ts';
import { firstDeadline } from './deadline.ts';
import { dueActions } from './due-action.ts';
import { pagesAreOver } from './pages.ts';
import { reopenedSince } from './reopened-since.ts';
import { clockOf, type TicketRecord } from './ticket-record.ts';

/** A clock cycle with how far its escalation has gone and what is promised about it. */
export interface Course {
  readonly climb: Climb;
  /** Absent when a timeline told anew no longer has this cycle. */
  readonly clock?: Clock;
  readonly promised?: Promised;
}

/** Every clock cycle of a ticket, and the climbs whose cycle is gone. */
export function coursesOf(record: TicketRecord, policies: PolicySet): readonly Course[] {
  const { timed, climbs } = record;
  const orphans = climbs.filter(climb => clockOf(record, climb) === undefined).map(climb => ({ climb }));
  const courses = (timed?.clocks ?? []).map(clock => {
    const promised = promiseOfClock(policies, clock, timed?.policy);
    return { climb: climbOf(climbs, clock), clock, ...(promised === undefined ? {} : { promised }) };
  });
  return [...courses, ...orphans];
}

/** When something is to be done on the ticket next if nothing changes first; undefined when nothing ever is. */
export function nextActionAt(record: TicketRecord, policies: PolicySet): Instant | undefined {
  if (record.timed === undefined) return undefined;
  let next = fallsAt(record.timed, policies);
  for (const { climb, clock, promised } of coursesOf(record, policies)) {
    const isReopened = reopenedSince(climb, clock) !== undefined;
    if (isReopened || pagesAreOver(climb, clock, promised)) return record.timed.last.at;
    if (clock === undefined || promised === undefined) continue;
    for (const { at } of dueActions(clock, climb, promised)) if (next === undefined || at < next) next = at;
  }
  return next;
}

/** The record with its next action and its deadline worked out anew, as things are `seen` to stand. */
export function withNextAction(record: TicketRecord, policies: PolicySet, seen = record): TicketRecord {
  const { nextActionAt: _at, deadlineAt: _by, ...rest } = record;
  const at = nextActionAt(seen, policies);
  const by = firstDeadline(seen.timed?.clocks ?? []);
  return {
    ...rest,
    ...(at === undefined ? {} : { nextActionAt: at }),
    ...(by === undefined ? {} : { deadlineAt: by }),
  };
}
