import type { Metric } from './metric.ts';

/** Tells CloudWatch numbers of a service, as the service itself would, at the machine's time. */
export type Report = (metric: Metric, ...values: readonly number[]) => void;
