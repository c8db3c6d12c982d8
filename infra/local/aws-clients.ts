import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { REGION } from './places.ts';

/** A function's connections to the machine's services. */
export interface AwsClients {
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SQSClient;
  readonly ses: SESClient;
  readonly secrets: SecretsManagerClient;
  readonly sns: SNSClient;
}

/** Where the machine's services are. */
export interface Endpoints {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly ses: string;
  readonly secrets: string;
  readonly sns: string;
}

const shared = { region: REGION, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** Signing costs more than all else a call does; the engines here ask for a signature's form, and look no closer. */
const unsigned = (service: string) => ({
  signer: {
    async sign(request: { readonly headers: Record<string, string> }) {
      request.headers['x-amz-date'] = '20260101T000000Z';
      request.headers.authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
      return request;
    },
  } as never,
});

/**
 * Fresh connections; before every call `permit` is awaited, so that one that never comes holds the call for ever, and then `guard` is told of
 * it, who may throw in its place.
 */
export function awsClients(
  endpoints: Endpoints,
  permit: () => Promise<void>,
  guard: (command: string, input: Readonly<Record<string, unknown>>) => void = () => {},
): AwsClients {
  const clients = {
    dynamodb: new DynamoDBClient({ ...shared, ...unsigned('dynamodb'), endpoint: endpoints.dynamodb }),
    sqs: new SQSClient({ ...shared, ...unsigned('sqs'), endpoint: endpoints.sqs }),
    ses: new SESClient({ ...shared, ...unsigned('ses'), endpoint: endpoints.ses, maxAttempts: 1 }),
    secrets: new SecretsManagerClient({ ...shared, ...unsigned('secretsmanager'), endpoint: endpoints.secrets }),
    sns: new SNSClient({ ...shared, ...unsigned('sns'), endpoint: endpoints.sns, maxAttempts: 1 }),
  };
  for (const client of Object.values(clients) as DynamoDBClient[])
    client.middlewareStack.add(
      (next, { commandName }) =>
        async args => {
          await permit();
          guard(String(commandName), args.input as never);
          return next(args);
        },
      { step: 'initialize', priority: 'high', name: 'permit' },
    );
  return clients;
}
