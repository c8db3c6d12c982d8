import type { Instant } from '../calendar/instant.ts';
import type { TicketEvent } from './ticket-event.ts';

/** Where an event stands in a ticket's timeline: by time, then by id, never by arrival. */
export interface Mark {
  readonly at: Instant;
  readonly id: string;
}

/** Negative when `a` comes before `b`, zero when they are the same mark. */
export const compareMarks = (a: Mark, b: Mark): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The later of two marks. */
export const laterMark = (a: Mark, b: Mark): Mark => (compareMarks(a, b) < 0 ? b : a);

/**
 * The events in the order they are told: the earliest creation first, whatever its clock said, then by mark.
 * Nothing is known before a creation, so without one the timeline is empty.
 */
export function timelineOf(events: readonly TicketEvent[]): readonly TicketEvent[] {
  const sorted = events.toSorted(compareMarks);
  const birth = sorted.findIndex(event => event.type === 'created');
  if (birth === -1) return [];
  return [sorted[birth]!, ...sorted.toSpliced(birth, 1)];
}
