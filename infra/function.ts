import { type CfnResource, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  EventSourceMapping,
  type IFunction,
  Function as LambdaFunction,
  RecursiveLoop,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { type Exception, except } from './exception.ts';
import { constructId, ENTRY, named, physicalName, serviceName } from './named.ts';
import type { WorkQueue } from './queues.ts';

/** What makes one function of the pipeline different from the others. */
export interface FunctionProps {
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Whether it sends to the queue it is fed from, each time for a later instant and so often at most. Lambda would take that for a loop
   * by mistake and put the seventeenth message of a chain with the dead letters (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html).
   */
  readonly sendsItself?: true;
}

/** The sources of the functions: the pipeline in the order of the flow, then what looks after it. */
export const ENTRIES = [
  'ingest',
  'hook',
  'sweep',
  'evaluate',
  'email',
  'page',
  'feedback',
  'acknowledge',
  'manage',
  'query',
  'audit',
  'widget',
].map(name => `functions/${name}.ts`);

/** How the functions are made: the settings they share, and where the code of each source comes from. */
export interface Workshop {
  readonly settings: Settings;
  readonly codeOf: (entry: string) => Code;
}

/** The function of `functions/<name>.ts`, with a role of its own that allows it nothing but to write its own log. */
export function pipelineFunction(scope: Construct, name: string, workshop: Workshop, props: FunctionProps): IFunction {
  const id = constructId(name);
  const entry = `functions/${name}.ts`;
  const functionName = physicalName(workshop.settings, name);
  const logGroup = new LogGroup(scope, `${id}Log`, {
    logGroupName: `/aws/lambda/${functionName}`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn));
  const made = new LambdaFunction(scope, id, {
    functionName,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: 512,
    timeout: props.timeout,
    handler: 'index.handler',
    code: workshop.codeOf(entry),
    recursiveLoop: props.sendsItself ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
    environment: { POWERTOOLS_SERVICE_NAME: serviceName(workshop.settings), ...props.environment },
    role,
    logGroup,
  });
  except(made, ...EXCEPTIONS);
  (made.node.defaultChild as CfnResource).addMetadata(ENTRY, entry);
  return named(made, name);
}

const EXCEPTIONS: readonly Exception[] = [
  [
    'Serverless-LambdaDLQ',
    'What a function cannot do comes again from its queue, whose dead letters are watched, or with the next minute.',
  ],
  [
    'Serverless-LambdaAsyncFailureDestination',
    'A minute that failed is made good by the next one, and an alarm is raised when minutes stay away.',
  ],
  [
    'Serverless-LambdaEventSourceMappingDestination',
    'A queue has its own dead letters; Lambda knows such destinations for streams only.',
  ],
  [
    'Serverless-LambdaTracing',
    'The ledger has every attempt with its outcome; a trace would need a permission on all resources.',
  ],
];

/** Allows a function these actions on these resources and nothing else. */
export const may = (worker: IFunction, actions: readonly string[], ...resources: readonly string[]): void =>
  worker.addToRolePolicy(allow(actions, ...resources));

/** Feeds a function from a queue, up to ten messages a time; it answers which of them failed, and only those come again. */
export function consumes(worker: IFunction, { queue }: WorkQueue, maxConcurrency: number): void {
  may(worker, ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.queueArn);
  new EventSourceMapping(worker, 'Source', {
    target: worker,
    eventSourceArn: queue.queueArn,
    batchSize: 10,
    reportBatchItemFailures: true,
    maxConcurrency,
  });
}

/** A statement that allows actions on resources. */
export const allow = (actions: readonly string[], ...resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] });
