import type { Instant } from '../calendar/instant.ts';
import { breachOf, type Clock } from '../clock/clock.ts';
import type { Promised } from '../clock/promise.ts';
import type { Rung } from '../policy/ladder.ts';
import type { Climb, Firing } from './climb.ts';
import { type DueAction, dueActions, rungInstant, timesBy } from './due-action.ts';
import { tellsByPage } from './pages.ts';

/** What one look at a clock leads to: at most one rung told, whatever else had fallen due with it. */
export interface ClimbStep {
  readonly climb: Climb;
  /** The most severe rung that fell due, and which time it fires. */
  readonly told?: { readonly rung: Rung; readonly time: number };
  /** The breach was told for the first time in this round. */
  readonly breached: boolean;
}

/** Does what is due on a clock at `now`: rungs that are past together fire as one, the most severe, and all count as fired. */
export function climbStep(clock: Clock, climb: Climb, promised: Promised, now: Instant): ClimbStep {
  const due = dueActions(clock, climb, promised).filter(action => action.at <= now);
  if (due.length === 0) return { climb, breached: false };
  const rungs = due.filter(action => action.rung !== undefined);
  const worst = mostSevere(rungs, clock, promised);
  const counted = new Map(rungs.map(action => [action.rung!.id, timesBy(now, action, clock, promised)]));
  const breached = due.some(action => action.rung === undefined);
  const told = worst?.rung && { rung: worst.rung, time: counted.get(worst.rung.id)! };
  const paged = told !== undefined && tellsByPage(told.rung, promised);
  return {
    climb: {
      ...climb,
      fired: refired(climb.fired, counted, now),
      ...(breached ? { breach: { toldAt: now, breachedAt: breachOf(clock, now) ?? now } } : {}),
      ...(paged ? { paging: climb.round } : {}),
    },
    ...(told === undefined ? {} : { told }),
    breached,
  };
}

/** A later rung is the more severe, however often an earlier one has been repeated by then. */
function mostSevere(actions: readonly DueAction[], clock: Clock, promised: Promised): DueAction | undefined {
  const first = ({ rung }: DueAction) => rungInstant(rung!, clock, promised)!;
  return actions.reduce<DueAction | undefined>((a, b) => (a && first(a) > first(b) ? a : b), undefined);
}

function refired(fired: readonly Firing[], counted: ReadonlyMap<string, number>, now: Instant): readonly Firing[] {
  const others = fired.filter(firing => !counted.has(firing.rung));
  return [...others, ...[...counted].map(([rung, times]) => ({ rung, times, at: now }))];
}
