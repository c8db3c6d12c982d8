import type { App } from 'aws-cdk-lib';
import type { Workshop } from './function.ts';
import { pipelineStack } from './pipeline-stack.ts';
import { recordsStack } from './records-stack.ts';

/**
 * All of Timekeeper in one account and region: a stack of what must outlive any release, and one that any release may replace. The
 * second refers to the first weakly, so that neither locks the other (docs/adr/0007-two-stacks-held-together-weakly.md).
 */
export function timekeeper(app: App, workshop: Workshop): void {
  pipelineStack(app, workshop, recordsStack(app, workshop.settings));
}
