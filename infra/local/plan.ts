import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { ENTRY, NAME } from '../named.ts';
import type { Permission } from './asked.ts';
import { LocalError } from './local-error.ts';
import { placesOf } from './places.ts';
import { permissionsOf } from './roles.ts';
import type { Route } from './route.ts';
import { type Identified, resolve, resourcesOf, type Template } from './template.ts';

/** A queue as SQS would be asked to make it. */
export interface QueuePlan {
  /** What we call it: `due`. */
  readonly name: string;
  readonly queueName: string;
  readonly url: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A function: its source, its time and what it is told. */
export interface FunctionPlan {
  readonly name: string;
  readonly entry: string;
  readonly arn: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  /** All that its role allows. */
  readonly permissions: readonly Permission[];
}

/** Which function works off which queue, and how. */
export interface SourcePlan {
  readonly functionArn: string;
  readonly queueArn: string;
  readonly batchSize: number;
  readonly partialResponses: boolean;
  readonly maxConcurrency: number;
}

/** What an event on a bus has to be like to go to which queues. */
export interface Rule {
  /** The account's default bus, which AWS itself tells, or our own. */
  readonly bus: 'default' | 'own';
  readonly pattern: object;
  /** What its numbers are known by. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly queueArns: readonly string[];
}

/** What is called again and again, and the queue that hears of it where it cannot be. */
export interface SchedulePlan {
  readonly functionArn: string;
  readonly everyMinutes: number;
  readonly missedQueueArn: string;
  readonly group: string;
}

/** The one stage of an HTTP API, by the names that its numbers have. */
export interface StagePlan {
  readonly ApiId: string;
  readonly Stage: string;
}

/** All that the stack asks for, in this machine's names. */
export interface Plan {
  readonly tables: readonly CreateTableCommandInput[];
  readonly queues: readonly QueuePlan[];
  readonly functions: readonly FunctionPlan[];
  readonly sources: readonly SourcePlan[];
  readonly schedules: readonly SchedulePlan[];
  readonly routes: readonly Route[];
  readonly stages: readonly StagePlan[];
  readonly rules: readonly Rule[];
}

/** Reads a synthesized stack; everything the machine sets up comes from here and from nowhere else. */
export function planOf(template: Template, queuesUrl: string): Plan {
  const places = placesOf(template, queuesUrl);
  const read = (type: string) =>
    resourcesOf(template, type).map(resource => ({ ...resource, place: places[resource.id] }));
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's own shapes
  const properties = (resource: Identified): any => resolve(resource.Properties, places);
  return {
    tables: read('AWS::DynamoDB::Table').map(table => tableInput(table.place!.ref, properties(table))),
    queues: read('AWS::SQS::Queue').map(queue => ({
      name: nameOf(queue),
      queueName: queue.place!.attributes.QueueName!,
      url: queue.place!.ref,
      arn: queue.place!.attributes.Arn!,
      attributes: queueAttributes(properties(queue)),
    })),
    functions: read('AWS::Lambda::Function').flatMap(worker => {
      const entry = worker.Metadata?.[ENTRY];
      if (typeof entry !== 'string') return [];
      const environment = resolve(worker.Properties.Environment, places) as { Variables?: Record<string, string> };
      return {
        name: nameOf(worker),
        entry,
        arn: worker.place!.attributes.Arn!,
        timeoutSeconds: Number(worker.Properties.Timeout ?? 3),
        environment: environment?.Variables ?? {},
        permissions: permissionsOf(template, places, worker),
      };
    }),
    sources: read('AWS::Lambda::EventSourceMapping').map(source => {
      const { EventSourceArn, FunctionName, BatchSize, FunctionResponseTypes, ScalingConfig } = properties(source);
      return {
        functionArn: Object.values(places).find(place => place.ref === FunctionName)?.attributes.Arn ?? FunctionName,
        queueArn: EventSourceArn,
        batchSize: BatchSize ?? 10,
        partialResponses: (FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
        maxConcurrency: ScalingConfig?.MaximumConcurrency ?? 10,
      };
    }),
    schedules: read('AWS::Scheduler::Schedule').map(({ Properties }) => {
      const { Target, ScheduleExpression, GroupName } = Properties as unknown as ScheduleProperties;
      return {
        functionArn: String(resolve(Target.Arn, places)),
        everyMinutes: minutesOf(ScheduleExpression),
        missedQueueArn: String(resolve(Target.DeadLetterConfig.Arn, places)),
        group: String(resolve(GroupName, places)),
      };
    }),
    routes: read('AWS::ApiGatewayV2::Route').map(({ Properties }) => {
      const target = String(resolve(Properties.Target, places)).replace('integrations/', '');
      const { IntegrationUri } = template.Resources[target]!.Properties;
      const { RouteKey, AuthorizationType } = Properties;
      return {
        routeKey: String(RouteKey),
        functionArn: String(resolve(IntegrationUri, places)),
        signed: AuthorizationType === 'AWS_IAM',
      };
    }),
    stages: read('AWS::ApiGatewayV2::Stage').map(stage => {
      const { ApiId, StageName } = properties(stage);
      return { ApiId, Stage: StageName };
    }),
    rules: read('AWS::Events::Rule').map(({ Properties }) => {
      const targets = Properties.Targets as readonly { Arn: unknown }[];
      return {
        bus: Properties.EventBusName === undefined ? 'default' : 'own',
        pattern: resolve(Properties.EventPattern, places) as object,
        dimensions: {
          RuleName: String(Properties.Name),
          ...(Properties.EventBusName !== undefined && {
            EventBusName: String(resolve(Properties.EventBusName, places)),
          }),
        },
        queueArns: targets.map(({ Arn }) => String(resolve(Arn, places))),
      };
    }),
  };
}

interface ScheduleProperties {
  readonly Target: { readonly Arn: unknown; readonly DeadLetterConfig: { readonly Arn: unknown } };
  readonly ScheduleExpression: string;
  readonly GroupName: unknown;
}

const nameOf = ({ id, Metadata }: Identified): string => String(Metadata?.[NAME] ?? id);

function tableInput(TableName: string, properties: CreateTableCommandInput): CreateTableCommandInput {
  const { AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema } = properties;
  return { TableName, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema };
}

const QUEUE_ATTRIBUTES = ['VisibilityTimeout', 'MessageRetentionPeriod', 'DelaySeconds', 'RedrivePolicy'];

const queueAttributes = (properties: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    QUEUE_ATTRIBUTES.filter(name => properties[name] !== undefined).map(name => {
      const value = properties[name];
      return [name, typeof value === 'object' ? JSON.stringify(value) : String(value)];
    }),
  );

function minutesOf(expression: string): number {
  const minutes = /^rate\((\d+) minutes?\)$/.exec(expression)?.[1];
  if (minutes === undefined) throw new LocalError(`The schedule ${expression} is not a rate in minutes.`);
  return Number(minutes);
}
