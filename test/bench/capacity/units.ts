/** What one piece of work takes of each service, measured by `measure.ts`. */
export interface Work {
  readonly invocations: number;
  /** Calls of services. */
  readonly calls: number;
  readonly readUnits: number;
  /** Write units of the table and of both indexes together, and those of the index that takes more. */
  readonly writeUnits: number;
  readonly indexWriteUnits: number;
  /** Requests to queues: what is sent, received and deleted. */
  readonly queueRequests: number;
  readonly logBytes: number;
}

/** Every piece of work, and what is there whether there is work or not. */
export interface Units {
  readonly event: Work;
  readonly rung: Work;
  /** With what SES tells of it. */
  readonly mail: Work;
  /** With its resolution. */
  readonly page: Work;
  /** A minute in which nothing is due, for one shard. */
  readonly sweep: Work;
  /** A minute of the audit, beside what it reads of the table. */
  readonly audit: Work;
  /** What a closed ticket takes in the table, with its events, deliveries and names. */
  readonly storedBytes: number;
  readonly fixed: Fixed;
}

/** What the stack has of all that is paid by the month, and what it writes down. */
export interface Fixed {
  readonly alarmedSeries: number;
  readonly compositeAlarms: number;
  readonly dashboards: number;
  readonly secrets: number;
  readonly polledQueues: number;
  readonly schedules: number;
  /** Series of numbers that are there in any minute, and those with every ticket's dimensions. */
  readonly idleSeries: number;
  readonly series: number;
}
