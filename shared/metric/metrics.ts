import { agentWork } from './agent-work.ts';
import { firstResponse } from './first-response.ts';
import { nextResponse } from './next-response.ts';
import { periodicUpdate } from './periodic-update.ts';
import { requesterResponse } from './requester-response.ts';
import { requesterWait } from './requester-wait.ts';
import { resolution } from './resolution.ts';

/** Every metric there is, in the order they are told. */
export const METRICS = [
  firstResponse,
  nextResponse,
  periodicUpdate,
  resolution,
  requesterResponse,
  requesterWait,
  agentWork,
] as const;

/** The name of a metric, as policies write it. */
export type MetricName = (typeof METRICS)[number]['name'];
