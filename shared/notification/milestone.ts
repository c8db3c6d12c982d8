import type { Instant } from '../calendar/instant.ts';
import { breachOf, type Clock } from '../clock/clock.ts';
import type { Climb } from '../escalation/climb.ts';
import type { Ladder, Rung } from '../policy/ladder.ts';
import type { Status } from '../ticket/status.ts';
import { kindOf } from './notification.ts';

/** A moment in the life of a clock that a reader wants to see. */
export type Milestone = { readonly at: Instant } & (
  | { readonly what: 'started' | 'resumed' | 'due' | 'breached' | 'now' }
  | { readonly what: 'paused'; readonly status: Status }
  /** `warned` while it could still be met, `told` at a later rung; `to` are the policy's names of those told. */
  | { readonly what: 'warned' | 'told'; readonly to: readonly string[] }
  | { readonly what: 'acknowledged'; readonly by: string }
  /** Stands for as many milestones in its place. */
  | { readonly what: 'left out'; readonly count: number }
);

const MOST = 10;

/**
 * The milestones of a clock as seen at `now`, in order of time: at most ten, of which the first is the start and those left out are
 * the earliest after it. The breach stands for the due time where they are one instant; `rung`, which is being told, is not yet told.
 */
export function milestonesOf(
  clock: Clock,
  climb: Climb,
  ladder: Ladder,
  rung: string,
  now: Instant,
): readonly Milestone[] {
  const breachedAt = breachOf(clock, now);
  const after: readonly Milestone[] = [
    ...pausesOf(clock),
    ...(clock.due === undefined || clock.due === breachedAt ? [] : [{ what: 'due', at: clock.due } as const]),
    ...(breachedAt === undefined ? [] : [{ what: 'breached', at: breachedAt } as const]),
    ...tellingsOf(climb, ladder, rung),
    ...acknowledgedIn(climb),
    { what: 'now', at: now },
  ];
  return [{ what: 'started', at: clock.startedAt }, ...shortened(after.toSorted((a, b) => a.at - b.at))];
}

function pausesOf({ gaps, paused }: Clock): readonly Milestone[] {
  const again = new Set([...gaps.map(({ from }) => from), paused?.since]);
  const over = gaps.flatMap(({ from, to, status }): readonly Milestone[] => [
    { what: 'paused', at: from, status },
    ...(again.has(to) ? [] : [{ what: 'resumed', at: to } as const]),
  ]);
  return paused === undefined ? over : [...over, { what: 'paused', at: paused.since, status: paused.status }];
}

/** Of rungs that fired together only the last was told. */
function tellingsOf({ fired }: Climb, ladder: Ladder, telling: string): readonly Milestone[] {
  const told = new Map<Instant, Rung>();
  for (const rung of ladder) {
    const firing = fired.find(({ rung: id }) => id === rung.id);
    if (firing) told.set(firing.at, rung);
  }
  return [...told]
    .filter(([, { id }]) => id !== telling)
    .map(([at, rung]) => {
      const to = [...new Set(rung.notify.map(({ to }) => to))];
      return { what: kindOf(rung) === 'warning' ? 'warned' : 'told', at, to };
    });
}

const acknowledgedIn = ({ acknowledged }: Climb): readonly Milestone[] =>
  acknowledged === undefined ? [] : [{ what: 'acknowledged', at: acknowledged.at, by: acknowledged.by }];

function shortened(milestones: readonly Milestone[]): readonly Milestone[] {
  if (milestones.length < MOST) return milestones;
  const count = milestones.length - MOST + 2;
  return [{ what: 'left out', at: milestones[0]!.at, count }, ...milestones.slice(count)];
}
