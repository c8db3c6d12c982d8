import { BATCH, CONCURRENCY } from './concurrency.ts';
import { CALL_SECONDS, DAYS_A_MONTH, type Load, storedTickets, ticketsAMonth } from './load.ts';
import type { Units } from './units.ts';

/** Something that is had only up to a rate or a size. */
export interface Limit {
  readonly name: string;
  /** Up to how much, in `unit`, where nobody asked for more. */
  readonly most: number;
  readonly unit: string;
  /** How much of it a load takes, in the busiest second. */
  needed(load: Load, units: Units): number;
  /** Whose it is, and what to do before it is reached. */
  readonly remedy: string;
}

const SECONDS_A_MONTH = DAYS_A_MONTH * 24 * 60 * 60;
const GIGABYTE = 1e9;

/** So many of something each ticket has, in the busiest second. */
const peakOf = (load: Load, each: number): number => (ticketsAMonth(load) * each * load.peak) / SECONDS_A_MONTH;

const writes = ({ event, rung, mail, page }: Units, { events, rungs, mails, pages }: Load) =>
  event.writeUnits * events + rung.writeUnits * rungs + mail.writeUnits * mails + page.writeUnits * pages;

const indexWrites = ({ event, rung, mail, page }: Units, { events, rungs, mails, pages }: Load) =>
  event.indexWriteUnits * events +
  rung.indexWriteUnits * rungs +
  mail.indexWriteUnits * mails +
  page.indexWriteUnits * pages;

/** How many batches have to be worked on at a time: each message makes its calls one after the other, all of a batch at once. */
const batches = (load: Load, each: number, calls: number) => (peakOf(load, each) * calls * CALL_SECONDS) / BATCH;

/** What all queues together take of the account's concurrency at most. */
const FOR_QUEUES = Object.values(CONCURRENCY).reduce((sum, each) => sum + each, 0);

/** What a slice of the audit can read in its 55 seconds: a megabyte takes some 65 ms of a processor, of which 512 MB of memory are a third. */
const AUDIT_GIGABYTES = 0.25;

/** Every limit that a load may come to, ours and those of AWS, in the order of the flow. */
export const LIMITS: readonly Limit[] = [
  {
    name: 'our own limit of `POST /v1/events` (infra/api.ts)',
    most: 500,
    unit: 'requests/s',
    needed: load => peakOf(load, load.events),
    remedy: 'send up to 500 events in a request, or by the event bus; raise the limit of the route',
  },
  {
    name: 'API Gateway, the account',
    most: 10_000,
    unit: 'requests/s',
    needed: load => peakOf(load, load.events),
    remedy: 'the same; a quota that AWS raises',
  },
  {
    name: 'Lambda, the account',
    most: 1000,
    unit: 'at a time',
    needed: (load, { event }) => peakOf(load, load.events) * event.calls * CALL_SECONDS + FOR_QUEUES,
    remedy: `a quota that AWS raises; the queues take ${FOR_QUEUES} at most, so that ingest is never starved by them`,
  },
  {
    name: 'DynamoDB, a table, and each index',
    most: 40_000,
    unit: 'write units/s',
    needed: (load, units) => peakOf(load, writes(units, load)),
    remedy: 'a quota that AWS raises',
  },
  {
    name: 'DynamoDB, a new table, until it has seen more',
    most: 4000,
    unit: 'write units/s',
    needed: (load, units) => peakOf(load, writes(units, load)),
    remedy: 'nothing: it takes twice its last peak within half an hour; before a move of many tickets, warm it up',
  },
  {
    name: 'DynamoDB, a shard of an index',
    most: 1000,
    unit: 'write units/s',
    needed: (load, units) => peakOf(load, indexWrites(units, load)) / load.shards,
    remedy: 'the setting `shards`, before it is needed: a full shard holds back the writes to the table',
  },
  {
    name: 'evaluate: batches of ten (infra/deadlines.ts)',
    most: CONCURRENCY.due!,
    unit: 'batches at a time',
    needed: (load, { rung }) => batches(load, load.rungs, rung.calls),
    remedy: 'raise the concurrency of its queue',
  },
  {
    name: 'email: batches of ten (infra/notifications.ts)',
    most: CONCURRENCY.email!,
    unit: 'batches at a time',
    needed: (load, { mail }) => batches(load, load.mails, mail.calls),
    remedy: 'raise the concurrency of its queue',
  },
  {
    name: 'SES, by the default of `mailRate`',
    most: 14,
    unit: 'mails/s',
    needed: load => peakOf(load, load.mails),
    remedy:
      'SES gives each account a rate of its own, and raises it for those who send well; say it in `mailRate`; digests (`grouping`) make many into one',
  },
  {
    name: 'PagerDuty, a routing key',
    most: 2,
    unit: 'requests/s',
    needed: load => peakOf(load, 2 * load.pages),
    remedy: 'a key for each team; digests',
  },
  {
    name: 'SQS, messages of a queue that somebody works on',
    most: 120_000,
    unit: 'messages',
    needed: () => Math.max(...Object.values(CONCURRENCY)) * BATCH,
    remedy:
      'none: only what its function works on counts, in batches of ten; those held back count as waiting, without limit',
  },
  {
    name: 'EventBridge, events put on a bus',
    most: 10_000,
    unit: 'requests/s',
    needed: load => peakOf(load, load.events),
    remedy: 'ten events in a request; a quota that AWS raises, and smaller in small regions',
  },
  {
    name: 'EventBridge Scheduler',
    most: 1000,
    unit: 'calls/s',
    needed: () => 2 / 60,
    remedy: 'none: two calls a minute, whatever the load',
  },
  {
    name: 'the audit, a slice in its minute',
    most: AUDIT_GIGABYTES,
    unit: 'GB',
    needed: (load, { storedBytes }) => (storedTickets(load) * storedBytes) / GIGABYTE / load.auditSlices,
    remedy:
      'the setting `auditSlices`: a week reaches 168 times as far; past that, take closed tickets out of the table',
  },
];

/** The number of open tickets at which a limit is reached, everything else being as it is; infinite where none does. */
export function reachedAt(limit: Limit, load: Load, units: Units): number {
  const [none, one] = [limit.needed({ ...load, open: 0 }, units), limit.needed({ ...load, open: 1 }, units)];
  return one === none ? Number.POSITIVE_INFINITY : (limit.most - none) / (one - none);
}
