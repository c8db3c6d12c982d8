import { buildApp } from 'fauxqs';
import { emptyStores } from '../fauxqs-stores.ts';
import { ACCOUNT, REGION } from '../places.ts';
import { type FakeAnswer, type FakeRequest, type HttpFake, type Listen, startHttpFake } from './http-fake.ts';
import { publishFault } from './publish-limits.ts';

/** A message as a subscriber gets it, by SMS or otherwise. */
interface Published {
  readonly topic: string;
  readonly at: string;
  readonly subject: string;
  readonly texts: { readonly default: string; readonly sms: string };
  readonly attributes: Readonly<Record<string, string>>;
}

/** Amazon SNS, played on this machine. */
export interface FakeSns extends HttpFake {
  /** What subscribers were told, the oldest first. */
  published(): readonly Published[];
}

/**
 * Starts fauxqs's topics behind the documented limits. Without a list of topics there is every topic that anybody publishes to, so
 * that a policy can be tried before its topics are made.
 */
export async function startFakeSns(listen: Listen & { readonly topics?: readonly string[] }): Promise<FakeSns> {
  const stores = await emptyStores();
  const app = buildApp({ logger: false, defaultRegion: REGION, stores });

  /** With a queue as its one subscriber. */
  function make(topic: string): void {
    const { topics } = stores.snsStore;
    const isFifo = topic.endsWith('.fifo');
    const name = `${topics.size}-${topic.split(':').at(-1)}`;
    const queue = `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
    stores.sqsStore.createQueue(name, `http://127.0.0.1/${name}`, queue, isFifo ? { FifoQueue: 'true' } : {});
    const attributes: Record<string, string> = isFifo ? { FifoTopic: 'true' } : {};
    topics.set(topic, { arn: topic, name, attributes, tags: new Map(), subscriptionArns: [] });
    stores.snsStore.subscribe(topic, 'sqs', queue);
  }

  async function answer({ headers, body }: FakeRequest): Promise<FakeAnswer> {
    const parameters = new URLSearchParams(body);
    const topic = parameters.get('TopicArn') ?? '';
    const fault = parameters.get('Action') === 'Publish' ? publishFault(parameters) : 'Action';
    if (fault !== undefined) return refusal(`Invalid parameter: ${fault}`);
    if (listen.topics === undefined && !stores.snsStore.topics.has(topic)) make(topic);
    const { 'content-type': type = '' } = headers;
    const { statusCode, payload } = await app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': type, authorization: String(headers.authorization) },
      payload: body,
    });
    return { status: statusCode, headers: XML, body: payload };
  }

  for (const topic of listen.topics ?? []) make(topic);
  const fake = await startHttpFake(listen, answer);
  return {
    ...fake,
    published: () =>
      stores.sqsStore
        .listQueues()
        .flatMap(queue => queue.inspectMessages().ready.map(({ body }) => readingOf(body)))
        .toSorted((a, b) => a.at.localeCompare(b.at)),
    async stop() {
      await fake.stop();
      await app.close();
    },
  };
}

const XML = { 'content-type': 'text/xml' };

const refusal = (message: string): FakeAnswer => ({
  status: 400,
  headers: XML,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

/** The envelope a queue gets, with the texts that SNS would have chosen from by protocol. */
function readingOf(envelope: string): Published {
  const { TopicArn, Timestamp, Subject, Message, MessageAttributes } = JSON.parse(envelope);
  const attributes = Object.entries(MessageAttributes as Record<string, { Value: string }>);
  return {
    topic: TopicArn,
    at: Timestamp,
    subject: Subject,
    texts: JSON.parse(Message),
    attributes: Object.fromEntries(attributes.map(([name, { Value }]) => [name, Value])),
  };
}
