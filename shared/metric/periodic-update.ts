import type { Metric } from './metric.ts';

/** From one public update to the next while the ticket is unsolved; a cycle each. */
export const periodicUpdate = {
  name: 'periodic update',
  starts: ['opened', 'public reply', 'reopened'],
  stops: ['public reply', 'solved'],
  resumes: false,
  pauses: [],
} as const satisfies Metric;
