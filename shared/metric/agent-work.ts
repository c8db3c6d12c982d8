import type { Metric } from './metric.ts';

/** How long the ticket lies with the agents: only new and open count until it is solved. */
export const agentWork = {
  name: 'agent work',
  starts: ['opened'],
  stops: ['solved'],
  resumes: true,
  pauses: ['pending', 'on hold'],
} as const satisfies Metric;
