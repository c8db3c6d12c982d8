import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SESClient } from '@aws-sdk/client-ses';
import type { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Environment } from './environment.ts';
import { inForm } from './item-form.ts';

/** Connections to use in place of a function's own. */
export interface Clients {
  readonly dynamodb?: DynamoDBClient;
  readonly sqs?: SQSClient;
  readonly ses?: SESClient;
  readonly secrets?: SecretsManagerClient;
  readonly sns?: SNSClient;
}

/** The connection to DynamoDB; `AWS_ENDPOINT_URL_DYNAMODB` points it to another engine. */
export const dynamodbClient = (env: Environment): DynamoDBClient =>
  new DynamoDBClient(endpoint(env.AWS_ENDPOINT_URL_DYNAMODB));

/**
 * DynamoDB in plain values, in one way for all: clients made of one connection share the options of the last. A ticket's attribute may
 * be named "constructor", which makes its map look like an instance of some class. Every item that is put says its form.
 */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  inForm(
    DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
    }),
  );

/** The connection to SQS; `AWS_ENDPOINT_URL_SQS` points it to another engine. */
export const sqsClient = (env: Environment): SQSClient => new SQSClient(endpoint(env.AWS_ENDPOINT_URL_SQS));

/** How a client is pointed to another engine; to AWS itself where no URL is given. */
export const endpoint = (url: string | undefined): { readonly endpoint?: string } =>
  url === undefined ? {} : { endpoint: url };
