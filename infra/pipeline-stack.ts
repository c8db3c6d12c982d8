import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledging } from './acknowledging.ts';
import { alarms } from './alarms/alarms.ts';
import { httpApi, openApi } from './api.ts';
import { audit } from './audit.ts';
import { delivery } from './dashboards/delivery.ts';
import { operations } from './dashboards/operations.ts';
import { pipeline as pipelineBoard } from './dashboards/pipeline.ts';
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
import { stackProps } from './stack-props.ts';
import { widget } from './widget.ts';

/** Everything that works on the records, in the order of the flow; it holds nothing that a new one would miss for more than a minute. */
export function pipelineStack(scope: Construct, workshop: Workshop, records: Records): Stack {
  const { settings } = workshop;
  const purpose = 'takes ticket events, watches their clocks, tells people';
  const stack = new Stack(scope, 'Pipeline', stackProps(settings, 'pipeline', purpose));
  const { table } = records;
  const queues = pipelineQueues(stack, settings);
  const api = httpApi(stack, settings);
  const ingest = intake(stack, workshop, table, queues, api);
  const hook = hooks(stack, workshop, table, queues, api);
  const { sweep, evaluate } = deadlines(stack, workshop, table, queues);
  const { email, page } = notifications(stack, workshop, records, queues, api);
  const heard = feedback(stack, workshop, records, queues);
  const acknowledge = acknowledging(stack, workshop, records, api);
  const manage = management(stack, workshop, table, api);
  const query = queries(stack, workshop, table, api);
  const pipeline = {
    ingest,
    hook,
    sweep,
    evaluate,
    email,
    page,
    feedback: heard,
    acknowledge,
    audit: audit(stack, workshop, table, queues),
  };
  openApi(stack, settings, api);
  const raised = alarms(stack, settings, pipeline, queues, table);
  operations(stack, settings, raised, widget(stack, workshop, table, queues));
  pipelineBoard(stack, settings, { ...pipeline, manage, query }, queues, table);
  delivery(stack, settings);
  return stack;
}
