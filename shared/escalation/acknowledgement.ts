import type { Instant } from '../calendar/instant.ts';
import type { Acknowledgement } from '../clock/acknowledgement.ts';
import type { Clock } from '../clock/clock.ts';
import { type Climb, climbOf } from './climb.ts';
import type { TicketRecord } from './ticket-record.ts';

/** The climb after somebody said they have seen it: whoever said so first stands, but a page's later word replaces its earlier one. */
export function acknowledged(climb: Climb, said: Acknowledgement): Climb {
  const stands = climb.acknowledged;
  if (stands === undefined) return { ...climb, acknowledged: said };
  const isOwn = said.page !== undefined && said.page === stands.page;
  const isAnother = said.at !== stands.at || said.by !== stands.by || said.resolvedThere !== stands.resolvedThere;
  return isOwn && isAnother ? { ...climb, acknowledged: said } : climb;
}

/** The climb after a page's pager said that nobody has seen it after all; what was said elsewhere stands. */
export function unacknowledged(climb: Climb, page: string): Climb {
  if (climb.acknowledged?.page !== page) return climb;
  const { acknowledged: _taken, ...rest } = climb;
  return rest;
}

/** Who had acknowledged a clock of a ticket by `now`, for whoever asks clock by clock. */
export const acknowledgementsIn =
  ({ climbs }: Pick<TicketRecord, 'climbs'>, now: Instant) =>
  (clock: Clock): Acknowledgement | undefined => {
    const { acknowledged } = climbOf(climbs, clock);
    return acknowledged !== undefined && acknowledged.at <= now ? acknowledged : undefined;
  };
