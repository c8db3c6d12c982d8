import type { CloudEvent } from './cloud-event.ts';

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

/** A log read to its end: its events by time, then by id. */
export interface Log {
  readonly events: readonly CloudEvent[];
  readonly dropped: readonly Dropped[];
  /** By the ticket's `originKey`; empty for a log that says nothing of the kind. */
  readonly believed: ReadonlyMap<string, Believed>;
}

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The events in the order in which they happened; those of one instant by ticket, then by id. */
export const inOrder = (events: readonly CloudEvent[]): readonly CloudEvent[] =>
  events
    .map(event => ({ event, at: Date.parse(event.time) }))
    .sort((a, b) => a.at - b.at || textOrder(a.event.subject, b.event.subject) || textOrder(a.event.id, b.event.id))
    .map(({ event }) => event);
