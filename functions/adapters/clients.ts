import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Environment } from './environment.ts';

/** The connection to DynamoDB; `AWS_ENDPOINT_URL_DYNAMODB` points it to another engine. */
export const dynamodbClient = (env: Environment): DynamoDBClient =>
  new DynamoDBClient(endpoint(env.AWS_ENDPOINT_URL_DYNAMODB));

/** The connection to SQS; `AWS_ENDPOINT_URL_SQS` points it to another engine. */
export const sqsClient = (env: Environment): SQSClient => new SQSClient(endpoint(env.AWS_ENDPOINT_URL_SQS));

const endpoint = (url: string | undefined) => (url === undefined ? {} : { endpoint: url });
