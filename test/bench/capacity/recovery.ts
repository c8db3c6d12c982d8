import { BATCH, CONCURRENCY } from './concurrency.ts';
import { CALL_SECONDS, DAYS_A_MONTH, type Load, ticketsAMonth } from './load.ts';
import type { Units } from './units.ts';

/** Something that piles up while nothing works, and how fast it is worked off afterwards, both a second. */
export interface Backlog {
  readonly name: string;
  arrives(load: Load): number;
  leaves(units: Units, mailRate: number): number;
}

/** As many batches of a queue at a time as the stack allows, each message making its calls one after the other. */
const byQueue = (name: string, calls: number): number => (CONCURRENCY[name]! * BATCH) / (calls * CALL_SECONDS);

const mean = (load: Load, each: number): number => (ticketsAMonth(load) * each) / (DAYS_A_MONTH * 24 * 60 * 60);

/** What waits in the queues, and in the table, after an outage. */
export const BACKLOGS: readonly Backlog[] = [
  {
    name: 'events on the bus',
    arrives: load => mean(load, load.events),
    leaves: ({ event }) => byQueue('intake', event.calls),
  },
  {
    name: 'warnings and breaches to act on',
    arrives: load => mean(load, load.rungs),
    leaves: ({ rung }) => byQueue('due', rung.calls),
  },
  {
    name: 'mails',
    arrives: load => mean(load, load.mails),
    leaves: ({ mail }, mailRate) => Math.min(mailRate, byQueue('email', mail.calls)),
  },
];

/** How many seconds it takes to work off what an hour of outage leaves, while more arrives; infinite where more arrives than leaves. */
export function secondsToRecover(backlog: Backlog, load: Load, units: Units, mailRate: number): number {
  const arrives = backlog.arrives(load);
  const spare = backlog.leaves(units, mailRate) - arrives;
  return spare <= 0 ? Number.POSITIVE_INFINITY : (arrives * 60 * 60) / spare;
}
