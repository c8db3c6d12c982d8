import type { Calendar } from '../../../shared/calendar/calendar.ts';
import type { Instant, Span } from '../../../shared/calendar/instant.ts';
import { breachOf, type Clock, isOpen, stateOf } from '../../../shared/clock/clock.ts';
import { elapsedOf, lengthOf } from '../../../shared/clock/due.ts';
import { type Promised, promiseOfClock } from '../../../shared/clock/promise.ts';
import { type Climb, climbOf } from '../../../shared/escalation/climb.ts';
import { rungInstant } from '../../../shared/escalation/due-action.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import type { ClockView, RungMark } from './snapshot.ts';

/** The clocks of a ticket that a policy promises something about, as the page shows them from `now` on. */
export function clockViews(record: TicketRecord, policies: PolicySet, now: Instant): readonly ClockView[] {
  return (record.timed?.clocks ?? []).flatMap(clock => {
    const promised = promiseOfClock(policies, clock, record.timed?.policy);
    return promised === undefined ? [] : [clockView(clock, climbOf(record.climbs, clock), promised, now)];
  });
}

function clockView(clock: Clock, climb: Climb, promised: Promised, now: Instant): ClockView {
  const { calendar, target } = promised;
  const state = stateOf(clock);
  const length = lengthOf(target, calendar, clock.startedAt);
  const breachedAt = breachOf(clock, now);
  const closedAt = clock.stoppedAt ?? clock.cancelledAt;
  const runsTo = isOpen(clock) && clock.due !== undefined && clock.due > now ? clock.due : undefined;
  return {
    metric: clock.metric,
    startedAt: clock.startedAt,
    state,
    ...(clock.paused === undefined ? {} : { pausedBy: clock.paused.status }),
    ...(clock.due === undefined ? {} : { due: clock.due }),
    ...(breachedAt === undefined ? {} : { breachedAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    zone: calendar.definition.zone,
    ...(length === undefined ? {} : { length }),
    elapsed: elapsedOf(clock, calendar, now),
    asOf: now,
    open: runsTo === undefined ? [] : joined(calendar.spans(now, runsTo)),
    rungs: length === undefined ? [] : rungMarks(clock, climb, promised, calendar, length),
    superseded: clock.superseded.length,
  };
}

function rungMarks(
  clock: Clock,
  climb: Climb,
  promised: Promised,
  calendar: Calendar,
  length: number,
): readonly RungMark[] {
  const unheld: Clock = { ...clock, gaps: [] };
  return promised.ladder.flatMap(rung => {
    const at = rungInstant(rung, unheld, promised);
    if (at === undefined || length === 0) return [];
    const fired = climb.fired.some(firing => firing.rung === rung.id);
    return [{ id: rung.id, share: calendar.elapsed(clock.startedAt, at) / length, fired }];
  });
}

/** Spans that touch made one, and no more of them than a bar can show. */
function joined(spans: Iterable<Span>): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last !== undefined && last.to === span.from) whole[whole.length - 1] = { from: last.from, to: span.to };
    else if (whole.length < MOST_SPANS) whole.push(span);
    else break;
  }
  return whole;
}

const MOST_SPANS = 60;
