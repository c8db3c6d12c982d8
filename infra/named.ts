import { type CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';

/** The name a resource has in one account and region: `timekeeper-<stage>-<name>`. */
export const physicalName = (stage: Pick<Settings, 'stage'>, name: string): string => `${serviceName(stage)}-${name}`;

/** What a stage is called among its like: our numbers have it as their dimension `service`, so that one stage never sees those of another. */
export const serviceName = ({ stage }: Pick<Settings, 'stage'>): string => `timekeeper-${stage}`;

/** Under this key of a resource's metadata stands what we call it ourselves; the local machine goes by it. */
export const NAME = 'timekeeper:name';

/** Under this key of a function's metadata stands the path of its source. */
export const ENTRY = 'timekeeper:entry';

/** The same construct, with its short name in the template's metadata. */
export function named<T extends IConstruct>(construct: T, name: string): T {
  (construct.node.defaultChild as CfnResource).addMetadata(NAME, name);
  return construct;
}

/** `due-dead-letters` as a construct's id, `DueDeadLetters`. */
export const constructId = (name: string): string => name.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase());

/** The ARN of a queue of this stack by its physical name, for where a reference would go round in a circle. */
export const queueArn = (scope: IConstruct, resource: string): string =>
  Stack.of(scope).formatArn({ service: 'sqs', resource });
