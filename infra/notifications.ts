import { Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { pageSecrets } from '../shared/installation/page-secrets.ts';
import { exceptWildcard } from './exception.ts';
import { consumes, may, pipelineFunction, type Workshop } from './function.ts';
import type { Queues } from './queues.ts';
import type { Records } from './records-stack.ts';

/** The functions that tell people. */
export interface Notifications {
  readonly email: IFunction;
  readonly page: IFunction;
}

/**
 * `email` and `page` make one attempt at a time for each delivery, write down what came of it, and where it fails have another way tried.
 * They send a delivery on to its next attempt where that is near, for a day at most.
 */
export const notifications = (
  scope: Construct,
  workshop: Workshop,
  records: Records,
  queues: Queues,
  api: HttpApi,
): Notifications => ({
  email: email(scope, workshop, records, queues, api),
  page: page(scope, workshop, records, queues),
});

/** Every mail has a link to our own API, by which its reader acknowledges. */
function email(scope: Construct, workshop: Workshop, records: Records, queues: Queues, api: HttpApi): IFunction {
  const { mailFrom, mailIdentity, mailRate } = workshop.settings;
  const { table, linkKey, mailConfigurationSet } = records;
  const made = pipelineFunction(scope, 'email', workshop, {
    timeout: queues.email.timeout,
    sendsItself: true,
    environment: {
      ...ledger(workshop, table, queues),
      MAIL_FROM: mailFrom,
      MAIL_RATE: String(mailRate),
      MAIL_CONFIGURATION_SET: mailConfigurationSet,
      API_URL: api.apiEndpoint,
      LINK_KEY_SECRET: linkKey.secretArn,
    },
  });
  mayTell(made, table, queues);
  const ses = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: 'ses', resource, resourceName });
  may(made, ['ses:SendRawEmail'], ses('identity', mailIdentity), ses('configuration-set', mailConfigurationSet));
  may(made, ['secretsmanager:GetSecretValue'], linkKey.secretArn);
  consumes(made, queues.email, 10);
  return made;
}

/** Routing and signing keys live in secrets of the stage; policies name them, nothing else holds them. Topics are paged that the settings name. */
function page(scope: Construct, workshop: Workshop, { table }: Records, queues: Queues): IFunction {
  const { stage, pageTopics } = workshop.settings;
  const prefix = pageSecrets(stage);
  const made = pipelineFunction(scope, 'page', workshop, {
    timeout: queues.page.timeout,
    sendsItself: true,
    environment: { ...ledger(workshop, table, queues), PAGE_SECRETS: prefix },
  });
  mayTell(made, table, queues);
  const secrets = Stack.of(scope).formatArn({ service: 'secretsmanager', resource: `secret:${prefix}*` });
  may(made, ['secretsmanager:GetSecretValue'], secrets);
  exceptWildcard(
    made.role!,
    secrets,
    'Policies name the secrets of their own recipients, so they are known by their prefix only.',
  );
  if (pageTopics.length > 0) may(made, ['sns:Publish'], ...pageTopics);
  consumes(made, queues.page, 10);
  return made;
}

function mayTell(made: IFunction, table: ITable, { email, page }: Queues): void {
  const actions = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map(action => `dynamodb:${action}`);
  may(made, actions, table.tableArn);
  may(made, ['sqs:SendMessage'], email.queue.queueArn, page.queue.queueArn);
}

const ledger = ({ settings }: Workshop, table: ITable, { email, page }: Queues): Record<string, string> => ({
  TABLE_NAME: table.tableName,
  SHARDS: String(settings.shards),
  EMAIL_QUEUE_URL: email.queue.queueUrl,
  PAGE_QUEUE_URL: page.queue.queueUrl,
  ...(settings.consoleUrl === undefined ? {} : { CONSOLE_URL: settings.consoleUrl }),
});
