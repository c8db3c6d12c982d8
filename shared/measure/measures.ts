/** Every number we give CloudWatch: its unit and the dimensions it is cut by, none of which can grow with tickets or tenants. */
export const MEASURES = {
  TicketEvents: { unit: 'Count', dimensions: [] },
  RejectedEvents: { unit: 'Count', dimensions: [] },
  UnmatchedTickets: { unit: 'Count', dimensions: [] },
  Met: { unit: 'Count', dimensions: ['metric', 'severity'] },
  Missed: { unit: 'Count', dimensions: ['metric', 'severity'] },
  Warnings: { unit: 'Count', dimensions: ['metric', 'severity'] },
  Breaches: { unit: 'Count', dimensions: ['metric', 'severity'] },
  Attainment: { unit: 'Percent', dimensions: ['policy', 'severity'] },
  Corrections: { unit: 'Count', dimensions: ['metric', 'severity'] },
  Lateness: { unit: 'Milliseconds', dimensions: [] },
  MissedObligations: { unit: 'Count', dimensions: [] },
  Sweeps: { unit: 'Count', dimensions: [] },
  Dispatched: { unit: 'Count', dimensions: [] },
  Overdue: { unit: 'Milliseconds', dimensions: [] },
  Audits: { unit: 'Count', dimensions: [] },
  Disagreements: { unit: 'Count', dimensions: [] },
  Findings: { unit: 'Count', dimensions: ['finding'] },
  OpenClocks: { unit: 'Count', dimensions: [] },
  DueWithinTheHour: { unit: 'Count', dimensions: [] },
  BreachedClocks: { unit: 'Count', dimensions: [] },
  Deliveries: { unit: 'Count', dimensions: ['provider', 'outcome'] },
  Attempts: { unit: 'Count', dimensions: [] },
  FailedAttempts: { unit: 'Count', dimensions: [] },
  Undelivered: { unit: 'Milliseconds', dimensions: ['channel'] },
  Refusals: { unit: 'Count', dimensions: [] },
  FailOvers: { unit: 'Count', dimensions: [] },
  Standstills: { unit: 'Count', dimensions: [] },
} as const;

/** The name of one of our numbers. */
export type MeasureName = keyof typeof MEASURES;

/** One reading of one of our numbers; it has the dimensions its name asks for. */
export interface Measure {
  readonly name: MeasureName;
  readonly value: number;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** A reading. */
export const measure = (
  name: MeasureName,
  value: number,
  dimensions: Readonly<Record<string, string>> = {},
): Measure => ({
  name,
  value,
  dimensions,
});
