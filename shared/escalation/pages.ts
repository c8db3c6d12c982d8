import { type Clock, isOpen } from '../clock/clock.ts';
import type { Promised } from '../clock/promise.ts';
import type { Rung } from '../policy/ladder.ts';
import { waysBeside } from '../policy/ways.ts';
import type { Climb } from './climb.ts';
import { rungInstant } from './due-action.ts';

/** Whether a rung pages anybody, or may come to when what it tells cannot be told. */
export const tellsByPage = (rung: Rung, { recipients }: Pick<Promised, 'recipients'>): boolean =>
  rung.notify.some(told => [told, ...waysBeside(told, recipients)].some(({ channel }) => channel === 'page'));

/**
 * Whether pages of a climb may still ring although nothing is left to wake anybody for. A closed clock that reached a paging rung
 * counts even where no page is on the record: whoever fired it may have died before writing that down.
 */
export function pagesAreOver(climb: Climb, clock: Clock | undefined, promised: Promised | undefined): boolean {
  if (climb.paging !== undefined) return clock === undefined || !isOpen(clock) || climb.paging < climb.round;
  if (clock === undefined || promised === undefined || climb.calm) return false;
  const closedAt = clock.stoppedAt ?? clock.cancelledAt;
  if (closedAt === undefined) return false;
  return promised.ladder.some(rung => {
    if (!tellsByPage(rung, promised)) return false;
    const reached = rungInstant(rung, clock, promised);
    return reached !== undefined && reached <= closedAt;
  });
}

/** The climb with its pages seen to. */
export function calmed(climb: Climb, clock: Clock | undefined): Climb {
  const { paging: _over, ...rest } = climb;
  return clock === undefined || isOpen(clock) ? rest : { ...rest, calm: true };
}
