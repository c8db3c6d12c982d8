import type { Instant } from '../calendar/instant.ts';
import { type Clock, isOpen } from '../clock/clock.ts';
import type { Climb } from './climb.ts';

/**
 * When a clock was reopened after its rungs fired, where that is not seen to yet: what was not told because it had been fulfilled is owed
 * anew then, once for each reopening.
 */
export function reopenedSince({ fired, anew }: Climb, clock: Clock | undefined): Instant | undefined {
  const reopened = clock && isOpen(clock) ? clock.gaps.findLast(({ status }) => status === 'solved') : undefined;
  if (reopened === undefined || (anew !== undefined && anew >= reopened.to)) return undefined;
  return fired.some(({ at }) => at < reopened.to) ? reopened.to : undefined;
}
