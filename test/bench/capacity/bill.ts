import { CALL_SECONDS, type Load, MINUTES_A_MONTH, storedTickets, ticketsAMonth } from './load.ts';
import { PRICES } from './prices.ts';
import type { Units, Work } from './units.ts';

const MEMORY_GIGABYTES = 0.5;
/** What Lambda itself writes of each call: its start, end and report. */
const REPORT_BYTES = 350;
/** What the API writes of each request. */
const ACCESS_BYTES = 400;
/** Lambda asks a queue with five connections, each for up to 20 seconds (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html). */
const POLLS_A_MINUTE = 15;
const PAGE_BYTES = 4096;
const GIGABYTE = 1e9;

/** Dollars a month, by what they are for. */
export type Bill = Readonly<Record<string, number>>;

/** What a month costs under a load: work x units x price, line by line. */
export function bill(load: Load, units: Units): Bill {
  const tickets = ticketsAMonth(load);
  const { fixed } = units;
  const minutes = MINUTES_A_MONTH;
  const works: readonly (readonly [Work, number])[] = [
    [units.event, tickets * load.events],
    [units.rung, tickets * load.rungs],
    [units.mail, tickets * load.mails],
    [units.page, tickets * load.pages],
  ];
  const ticking: readonly (readonly [Work, number])[] = [
    [units.sweep, minutes * load.shards],
    [{ ...units.audit, readUnits: 0 }, minutes],
  ];
  const all = [...works, ...ticking];
  const total = (what: keyof Work) => all.reduce((sum, [work, times]) => sum + work[what] * times, 0);
  const invocations = total('invocations');
  const stored = (storedTickets(load) * units.storedBytes) / GIGABYTE;
  const requests = tickets * load.events;
  return {
    'DynamoDB, writes': total('writeUnits') * PRICES.writeUnit,
    'DynamoDB, reads': total('readUnits') * PRICES.readUnit,
    'DynamoDB, reads of the audit': auditUnits(load, units) * PRICES.readUnit,
    'DynamoDB, storage and recovery': stored * (PRICES.storedGigabyte + PRICES.recoverableGigabyte),
    Lambda: invocations * PRICES.invocation + total('calls') * CALL_SECONDS * MEMORY_GIGABYTES * PRICES.gigabyteSecond,
    'API Gateway': requests * PRICES.httpRequest,
    'SQS, messages': total('queueRequests') * PRICES.queueRequestWithGroup,
    'SQS, asking empty queues': fixed.polledQueues * POLLS_A_MINUTE * minutes * PRICES.queueRequest,
    SES: tickets * load.mails * PRICES.mail,
    'CloudWatch, logs':
      ((total('logBytes') + invocations * REPORT_BYTES + requests * ACCESS_BYTES) / GIGABYTE) * PRICES.logGigabyte,
    'CloudWatch, numbers': (load.open === 0 ? fixed.idleSeries : fixed.series) * PRICES.series,
    'CloudWatch, alarms': fixed.alarmedSeries * PRICES.alarmedSeries + fixed.compositeAlarms * PRICES.compositeAlarm,
    'CloudWatch, dashboards': fixed.dashboards * PRICES.dashboard,
    'EventBridge Scheduler': fixed.schedules * minutes * PRICES.scheduledCall,
    'Secrets Manager': fixed.secrets * PRICES.secret,
  };
}

/** What the audit reads in a month: the whole table, once in as many minutes as it has slices, and at least a unit a minute. */
export function auditUnits(load: Load, { storedBytes, audit }: Units): number {
  const table = (storedTickets(load) * storedBytes) / PAGE_BYTES;
  return (MINUTES_A_MONTH / load.auditSlices) * table + MINUTES_A_MONTH * audit.readUnits;
}

/** The sum of a bill. */
export const sumOf = (lines: Bill): number => Object.values(lines).reduce((sum, line) => sum + line, 0);
