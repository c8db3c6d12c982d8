import type { Instant } from '../../../shared/calendar/instant.ts';
import { type Clock, stateOf } from '../../../shared/clock/clock.ts';
import { foldAll, type Timed } from '../../../shared/clock/fold.ts';
import { type Promised, promiseOfClock } from '../../../shared/clock/promise.ts';
import { asOf, fallsAt } from '../../../shared/clock/settled.ts';
import { rungInstant } from '../../../shared/escalation/due-action.ts';
import type { MetricName } from '../../../shared/metric/metrics.ts';
import type { Rung } from '../../../shared/policy/ladder.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { timelineOf } from '../../../shared/ticket/timeline.ts';

/** Something a ticket's timeline alone says had to be told: a rung, or a breach no rung stands for. */
export interface Obligation {
  readonly metric: MetricName;
  readonly startedAt: Instant;
  /** Absent for a breach. */
  readonly rung?: Rung;
  /** Which time the rung fires; 1 for a breach. */
  readonly time: number;
  /** Where it stands on the ladder: of several that fall due together only the highest is told. */
  readonly height: Instant;
  /** How many breaches of the clock had been taken back by then: the ladder is climbed anew after each. */
  readonly round: number;
  /** When it had to be told: at its height, or at the event that left it behind. */
  readonly at: Instant;
}

/** Everything that had to be told of a ticket before `end`, by folding every beginning of its timeline anew and what time alone changes after it. */
export function obligationsOf(
  events: readonly TicketEvent[],
  policies: PolicySet,
  end: Instant,
): readonly Obligation[] {
  const timeline = timelineOf(events);
  const owed = new Map<string, Obligation>();
  timeline.forEach((event, index) => {
    const from = Math.max(event.at, timeline[0]!.at);
    const to = timeline[index + 1]?.at ?? end;
    if (to <= from) return;
    const timed = foldAll(timeline.slice(0, index + 1), policies)!;
    for (const one of owedBetween(timed, policies, from, to)) {
      const key = `${one.metric} ${one.startedAt} ${one.round} ${one.rung?.id} ${one.time}`;
      if (!owed.has(key)) owed.set(key, one);
    }
  });
  return [...owed.values()];
}

function owedBetween(told: Timed, policies: PolicySet, from: Instant, to: Instant): readonly Obligation[] {
  const timed = asOf(told, from, policies);
  const falls = fallsAt(timed, policies);
  if (falls === undefined || falls >= to) return owedUnder(timed, policies, from, to);
  return [...owedUnder(timed, policies, from, falls), ...owedBetween(timed, policies, falls, to)];
}

function owedUnder(timed: Timed, policies: PolicySet, from: Instant, to: Instant): readonly Obligation[] {
  return timed.clocks.flatMap(clock => {
    const promised = promiseOfClock(policies, clock, timed.policy);
    if (promised === undefined || stateOf(clock) !== 'running') return [];
    return firings(clock, promised)
      .filter(({ height }) => height < to)
      .map(firing => ({ ...firing, at: Math.max(firing.height, from) }));
  });
}

type Firing = Omit<Obligation, 'at'>;

function firings(clock: Clock, promised: Promised): readonly Firing[] {
  const cycle = { metric: clock.metric, startedAt: clock.startedAt, round: clock.superseded.length };
  const rungs = promised.ladder.flatMap(rung => {
    const first = rungInstant(rung, clock, promised);
    return first === undefined ? [] : times(first, rung, promised).map(firing => ({ ...cycle, rung, ...firing }));
  });
  const breach = clock.breachedAt ?? clock.due;
  return breach === undefined ? rungs : [...rungs, { ...cycle, time: 1, height: breach }];
}

function times(first: Instant, { repeat }: Rung, { calendar }: Promised): readonly { time: number; height: Instant }[] {
  return Array.from({ length: 1 + (repeat?.times ?? 0) }, (_, index) => {
    const on = (repeat?.every ?? 0) * index;
    return { time: index + 1, height: repeat?.wall ? first + on : calendar.add(first, on) };
  });
}
