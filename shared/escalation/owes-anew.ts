import { type Clock, isOpen } from '../clock/clock.ts';
import type { Climb } from './climb.ts';

/**
 * Whether a clock was reopened since its rungs fired: what was not told because it had been fulfilled is owed anew then, once for each
 * reopening.
 */
export function owesAnew({ fired, anew }: Climb, clock: Clock | undefined): boolean {
  const reopened = clock && isOpen(clock) ? clock.gaps.findLast(({ status }) => status === 'solved') : undefined;
  if (reopened === undefined || (anew !== undefined && anew >= reopened.to)) return false;
  return fired.some(({ at }) => at < reopened.to);
}
