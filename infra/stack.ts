import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alarms } from './alarms.ts';
import { httpApi } from './api.ts';
import { dashboard } from './dashboard.ts';
import { deadlines } from './deadlines.ts';
import type { Workshop } from './function.ts';
import { intake } from './intake.ts';
import { physicalName } from './named.ts';
import { notifications } from './notifications.ts';
import { pipelineQueues } from './queues.ts';
import { ticketTable } from './table.ts';

/** All of Timekeeper in one account and region, in the order of the flow. */
export function timekeeper(scope: Construct, workshop: Workshop): Stack {
  const stack = new Stack(scope, 'Timekeeper', {
    stackName: physicalName(workshop.settings, 'stack').replace(/-stack$/, ''),
    description: 'SLA clocks, escalation and notifications for support tickets',
  });
  const table = ticketTable(stack);
  const queues = pipelineQueues(stack, workshop.settings);
  const api = httpApi(stack, workshop.settings);
  const ingest = intake(stack, workshop, table, queues, api);
  const { sweep, evaluate } = deadlines(stack, workshop, table, queues);
  const { email, page } = notifications(stack, workshop, table, queues);
  const functions = { ingest, sweep, evaluate, email, page };
  dashboard(stack, workshop.settings, functions, queues);
  alarms(stack, workshop.settings, functions, queues);
  return stack;
}
