import type { Instant } from '../calendar/instant.ts';
import { unheldDue } from '../policy/unheld-due.ts';
import { type Clock, stateOf } from './clock.ts';
import { heldBack } from './due.ts';
import type { Aim, Promised } from './promise.ts';

/** An open clock with its due time worked out from its own start: present while it runs towards something committed. */
export function withDue(clock: Clock, promised: Promised | undefined): Clock {
  const { due: _old, ...rest } = clock;
  const due = stateOf(clock) === 'running' ? dueOn(clock, promised) : undefined;
  return due === undefined ? rest : { ...rest, due };
}

/**
 * An open clock under another promise from `at` on (semantics of time, section 3): one already past its new due time breaches now,
 * and a breach whose new due time lies ahead is superseded.
 */
export function retarget(clock: Clock, promised: Promised | undefined, at: Instant): Clock {
  const { row: _row, hours: _hours, contracted: _contracted, under: _under, breachedAt, ...rest } = clock;
  const moved: Clock = promised === undefined ? rest : { ...rest, ...aimOf(promised) };
  const due = dueOn(moved, promised);
  const past = due !== undefined && due < (clock.paused?.since ?? at);
  if (past) return { ...moved, breachedAt: breachedAt ?? at };
  if (breachedAt === undefined) return moved;
  return { ...moved, superseded: [...clock.superseded, { breachedAt, at }] };
}

const aimOf = ({ row, hours, contracted }: Promised): Aim => ({
  row,
  ...(hours === undefined ? {} : { hours }),
  ...(contracted === undefined ? {} : { contracted }),
});

function dueOn(clock: Clock, promised: Promised | undefined): Instant | undefined {
  if (promised === undefined) return undefined;
  const unheld = unheldDue(promised.target, promised.calendar, clock.startedAt);
  return unheld === undefined ? undefined : heldBack(promised.calendar, unheld, clock.gaps);
}
