import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alarms } from './alarms.ts';
import { httpApi, openApi } from './api.ts';
import { audit } from './audit.ts';
import { dashboard } from './dashboard.ts';
import { deadlines } from './deadlines.ts';
import { feedback } from './feedback.ts';
import type { Workshop } from './function.ts';
import { intake } from './intake.ts';
import { management } from './manage.ts';
import { notifications } from './notifications.ts';
import { pipelineQueues } from './queues.ts';
import type { Records } from './records-stack.ts';
import { stackProps } from './stack-props.ts';

/** Everything that works on the records, in the order of the flow; it holds nothing that a new one would miss for more than a minute. */
export function pipelineStack(scope: Construct, workshop: Workshop, records: Records): Stack {
  const { settings } = workshop;
  const purpose = 'takes ticket events, watches their clocks, tells people';
  const stack = new Stack(scope, 'Pipeline', stackProps(settings, 'pipeline', purpose));
  const { table } = records;
  const queues = pipelineQueues(stack, settings);
  const api = httpApi(stack, settings);
  const ingest = intake(stack, workshop, table, queues, api);
  const { sweep, evaluate } = deadlines(stack, workshop, table, queues);
  const { email, page } = notifications(stack, workshop, records, queues);
  const heard = feedback(stack, workshop, records, queues);
  const manage = management(stack, workshop, table, api);
  const pipeline = { ingest, sweep, evaluate, email, page, feedback: heard, audit: audit(stack, workshop, table, queues) };
  openApi(stack, settings, api);
  dashboard(stack, settings, { ...pipeline, manage }, queues);
  alarms(stack, settings, pipeline, queues);
  return stack;
}
