import type { Metric } from './metric.ts';

/** How long the requester waits: every status but pending counts until it is solved. */
export const requesterWait = {
  name: 'requester wait',
  starts: ['opened'],
  stops: ['solved'],
  resumes: true,
  pauses: ['pending'],
} as const satisfies Metric;
