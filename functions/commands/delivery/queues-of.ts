import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Delivery } from '../../../shared/notification/delivery.ts';
import type { Channel } from '../../../shared/policy/ladder.ts';
import { endpoint } from '../../adapters/clients.ts';
import { type Row, rowOf } from '../../adapters/delivery-ledger.ts';
import { queue } from '../../adapters/queues.ts';
import type { Connection } from '../connection.ts';

/** Has deliveries looked at at once, by the queues of a stage. */
export async function queuedAtOnce(
  deliveries: readonly Delivery[],
  stage: string,
  { env, access, now }: Connection,
): Promise<void> {
  const sqs = new SQSClient({ ...access, ...endpoint(env.AWS_ENDPOINT_URL_SQS) });
  const byChannel = Map.groupBy(
    deliveries.map(({ notification }) => rowOf(notification)),
    ({ channel }) => channel,
  );
  try {
    for (const [channel, rows] of byChannel)
      await queue(sqs, await urlOf(sqs, stage, channel)).send(rows.map(asMessage), now);
  } finally {
    sqs.destroy();
  }
}

async function urlOf(sqs: SQSClient, stage: string, channel: Channel): Promise<string> {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: `timekeeper-${stage}-${channel}` }));
  return QueueUrl!;
}

const asMessage = ({ pk, sk }: Row) => ({ body: { pk, sk } });
