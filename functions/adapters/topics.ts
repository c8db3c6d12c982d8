import { PublishCommand, SNSClient, type SNSServiceException } from '@aws-sdk/client-sns';
import { SECOND } from '../../shared/calendar/instant.ts';
import type { PageResponse, Publication } from '../../shared/paging/paging-provider.ts';
import { endpoint } from './clients.ts';
import type { Environment } from './environment.ts';
import type { Unanswered } from './http.ts';

/** Publishes one message to its topic; never throws. An error's code and message are in the body. */
export type Publish = (publication: Publication) => Promise<PageResponse | Unanswered>;

const TIME_LIMIT = 10 * SECOND;

/** The connections to SNS, one for each region; they leave trying again to us. `AWS_ENDPOINT_URL_SNS` points them to another engine. */
export function snsClients(env: Environment): (region: string) => SNSClient {
  const known = new Map<string, SNSClient>();
  return region => {
    const client =
      known.get(region) ?? new SNSClient({ ...endpoint(env.AWS_ENDPOINT_URL_SNS), region, maxAttempts: 1 });
    known.set(region, client);
    return client;
  };
}

/** Publishing by Amazon SNS, in the region of each topic, which is the only one that takes it. */
export const snsPublish =
  (clientIn: (region: string) => SNSClient): Publish =>
  async publication => {
    try {
      const client = clientIn(regionOf(publication.topic));
      const answer = await client.send(commandOf(publication), { abortSignal: AbortSignal.timeout(TIME_LIMIT) });
      const { MessageId: messageId, $metadata } = answer;
      return { status: $metadata.httpStatusCode ?? 200, headers: {}, body: JSON.stringify({ messageId }) };
    } catch (error) {
      return answerOf(error as SNSServiceException);
    }
  };

/** The region a topic is in, by its ARN. */
export const regionOf = (topic: string): string => topic.split(':')[3]!;

const commandOf = ({ topic, subject, texts, attributes, inOrder }: Publication): PublishCommand =>
  new PublishCommand({
    TopicArn: topic,
    Subject: subject,
    MessageStructure: 'json',
    Message: JSON.stringify(texts),
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
    ),
    ...(inOrder === undefined ? {} : { MessageGroupId: inOrder.group, MessageDeduplicationId: inOrder.id }),
  });

function answerOf({ name: code, message, $metadata, $response }: SNSServiceException): PageResponse | Unanswered {
  const status = $metadata?.httpStatusCode;
  if (status === undefined) return { failed: 'lost', detail: `no answer: ${code}` };
  const { 'retry-after': retryAfter, date = new Date().toUTCString() } = $response?.headers ?? {};
  return { status, headers: { 'retry-after': retryAfter, date }, body: JSON.stringify({ code, message }) };
}
