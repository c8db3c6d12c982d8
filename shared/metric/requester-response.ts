import type { Metric } from './metric.ts';

/** From the moment the ticket waits on the requester to the moment it no longer does; a cycle each. */
export const requesterResponse = {
  name: 'requester response',
  starts: ['became pending'],
  stops: ['requester message', 'left pending'],
  resumes: false,
  pauses: [],
} as const satisfies Metric;
