import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledging } from './acknowledging.ts';
import { alarms } from './alarms/alarms.ts';
import { httpApi, openApi } from './api.ts';
import { audit } from './audit.ts';
import { delivery } from './dashboards/delivery.ts';
import { operations } from './dashboards/operations.ts';
import { pipeline } from './dashboards/pipeline.ts';
import { deadlines } from './deadlines.ts';
import { feedback } from './feedback.ts';
import type { Workshop } from './function.ts';
import { hooks } from './hooks.ts';
import { intake } from './intake.ts';
import { management } from './manage.ts';
import { notifications } from './notifications.ts';
import { queries } from './query.ts';
import { pipelineQueues } from './queues.ts';
import type { Records } from './records-stack.ts';
import { stageSchedules } from './schedule.ts';
import { stackProps } from './stack-props.ts';
import type { Watched } from './watched.ts';
import { widget } from './widget.ts';

/** Everything that works on the records, in the order of the flow; it holds nothing that a new one would miss for more than a minute. */
export function pipelineStack(scope: Construct, workshop: Workshop, records: Records): Stack {
  const { settings } = workshop;
  const purpose = 'takes ticket events, watches their clocks, tells people';
  const stack = new Stack(scope, 'Pipeline', stackProps(settings, 'pipeline', purpose));
  const { table } = records;
  const queues = pipelineQueues(stack, settings);
  const schedules = stageSchedules(stack, settings);
  const api = httpApi(stack, settings);
  const functions = {
    ingest: intake(stack, workshop, table, queues, api),
    hook: hooks(stack, workshop, table, queues, api),
    ...deadlines(stack, workshop, table, queues, schedules),
    ...notifications(stack, workshop, records, queues, api),
    feedback: feedback(stack, workshop, records, queues),
    acknowledge: acknowledging(stack, workshop, records, api),
    manage: management(stack, workshop, table, api),
    query: queries(stack, workshop, table, api),
    audit: audit(stack, workshop, table, queues, schedules),
    widget: widget(stack, workshop, table, queues),
  };
  const watched: Watched = { api: openApi(stack, settings, api), schedules, functions, queues, table };
  operations(stack, settings, alarms(stack, settings, watched), functions.widget);
  pipeline(stack, settings, watched);
  delivery(stack, settings);
  return stack;
}
