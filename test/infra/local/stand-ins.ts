import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type { AwsClients } from '../../../infra/local/aws-clients.ts';
import type { FunctionModule } from '../../../infra/local/workers.ts';

/** A function that does nothing, successfully. */
export const idle: FunctionModule = { create: () => async () => undefined };

/** A function that does what it is told with what it is given. */
export const acting = (act: (event: never, clients: AwsClients) => Promise<unknown>): FunctionModule => ({
  create: (_environment, clients) => event => act(event, clients),
});

/** A function that answers for each record of a batch on its own: false means it failed. */
export const perRecord = (handle: (record: SQSRecord) => boolean): FunctionModule =>
  acting(async (event: SQSEvent) => ({
    batchItemFailures: event.Records.filter(record => !handle(record)).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  }));

/** A sweep that sends one message to the due queue, once, held back for so many seconds. */
export function sendingOnce(body: string, DelaySeconds: number): FunctionModule {
  let sent = false;
  return {
    create:
      ({ DUE_QUEUE_URL }, { sqs }) =>
      async () => {
        if (sent) return;
        sent = true;
        await sqs.send(new SendMessageCommand({ QueueUrl: DUE_QUEUE_URL, MessageBody: body, DelaySeconds }));
      },
  };
}
