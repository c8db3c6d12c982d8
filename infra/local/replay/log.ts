import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';
import { compareMarks } from '../../../shared/ticket/timeline.ts';

/** A line of the file that could not be used, and why. */
export interface Dropped {
  readonly line: number;
  readonly reason: string;
}

/** What a log says of one ticket beside its events: its last priority and whether the desk believed its promise kept. */
export interface Believed {
  readonly priority: string;
  readonly madeSla: boolean;
}

/** An event of a log, and whose it is. */
export interface LoggedEvent {
  readonly key: TicketKey;
  readonly event: TicketEvent;
}

/** A log read to its end. */
export interface Log {
  /** In the order in which they happened. */
  readonly events: readonly LoggedEvent[];
  readonly dropped: readonly Dropped[];
  /** By the text of the ticket's key; empty for a log that says nothing of the kind. */
  readonly believed: ReadonlyMap<string, Believed>;
}

/** The events in the order in which they happened; those of one ticket in the order of its timeline. */
export const inOrder = (events: readonly LoggedEvent[]): readonly LoggedEvent[] =>
  events.toSorted((a, b) => compareMarks(a.event, b.event));
