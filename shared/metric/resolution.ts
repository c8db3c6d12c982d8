import type { Metric } from './metric.ts';

/** From the request to its solution; time on others does not count, and a reopened request runs on. */
export const resolution = {
  name: 'resolution',
  starts: ['opened'],
  stops: ['solved'],
  resumes: true,
  pauses: ['pending', 'on hold'],
} as const satisfies Metric;
