import type { Metric } from './metric.ts';

/** From the request to the first public answer; solving without a word counts as one, unless the policy says otherwise. */
export const firstResponse = {
  name: 'first response',
  starts: ['opened'],
  stops: ['public reply', 'solved'],
  resumes: false,
  pauses: [],
} as const satisfies Metric;
