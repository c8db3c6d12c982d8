/** How much there is to do, and how it is set up. What is not measured is said here. */
export interface Load {
  /** How many tickets are open at any time. */
  readonly open: number;
  /** How long one is open, in days. */
  readonly openDays: number;
  /** What a ticket brings: events, rungs that fire, mails and pages that leave. */
  readonly events: number;
  readonly rungs: number;
  readonly mails: number;
  readonly pages: number;
  /** For how many months closed tickets stay in the table. */
  readonly keptMonths: number;
  /** The settings of the same names. */
  readonly shards: number;
  readonly auditSlices: number;
  /** How many times the mean the busiest second is. */
  readonly peak: number;
}

/** Minutes of a mean month. */
export const MINUTES_A_MONTH = 43_830;

/** Days of a mean month. */
export const DAYS_A_MONTH = MINUTES_A_MONTH / 24 / 60;

/** What one call of a service takes: DynamoDB and SQS answer in single-digit milliseconds. */
export const CALL_SECONDS = 0.006;

/**
 * A ticket as in a log of 600 incidents of an IT company (UCI Machine Learning Repository, dataset 498): 6.5 events, 13 days open, 2.7
 * rungs, 2.6 mails under the catalogue; one in ten pages somebody.
 */
export const USUAL = {
  openDays: 13,
  events: 6.5,
  rungs: 2.7,
  mails: 2.6,
  pages: 0.1,
  keptMonths: 12,
  peak: 4,
} as const;

/** So many open tickets under the default settings. */
export const defaultLoad = (open: number): Load => ({ ...USUAL, open, shards: 16, auditSlices: 60 });

/** The same, with an audit that gets through its slices where it can: in an hour, or in a week. */
export const loadOf = (open: number): Load => ({ ...defaultLoad(open), auditSlices: open <= 50_000 ? 60 : 10_080 });

/** How many tickets are opened, and closed, in a month. */
export const ticketsAMonth = ({ open, openDays }: Load): number => (open * DAYS_A_MONTH) / openDays;

/** How many tickets are in the table, open and closed. */
export const storedTickets = (load: Load): number => load.open + ticketsAMonth(load) * load.keptMonths;
