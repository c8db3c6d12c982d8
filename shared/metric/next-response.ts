import type { Metric } from './metric.ts';

/** From the first unanswered requester message after an answer to the next public answer; a cycle each. */
export const nextResponse = {
  name: 'next response',
  starts: ['asked again'],
  stops: ['public reply', 'solved'],
  resumes: false,
  pauses: [],
} as const satisfies Metric;
