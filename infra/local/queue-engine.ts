import { buildApp } from 'fauxqs';
import type { Instant } from '../../shared/calendar/instant.ts';
import { emptyStores, type Stores } from './fauxqs-stores.ts';
import { REGION } from './places.ts';
import type { QueuePlan } from './plan.ts';

type Received = ReturnType<ReturnType<Stores['sqsStore']['createQueue']>['dequeue']>[number];

/** A message handed out, hidden from others until it is deleted or its time is up. */
export interface Handout {
  readonly message: Received;
  readonly attributes: Readonly<Record<string, string>>;
}

/** How many messages of a queue can be had now, later, or are with somebody. */
export interface Depth {
  readonly ready: number;
  readonly delayed: number;
  readonly inFlight: number;
}

/** The queues of the machine. Their time is the process's Date. */
export interface QueueEngine {
  readonly url: string;
  create(queue: QueuePlan): void;
  /** Puts a message into a queue, as a service inside AWS does. */
  send(arn: string, body: string): Promise<void>;
  /** Takes up to `count` messages; those received too often go to the dead letters instead. */
  receive(arn: string, count: number): readonly Handout[];
  delete(arn: string, handout: Handout): void;
  depth(arn: string): Depth;
  /** How many messages were sent to a queue so far; what came to it as dead letters is not among them. */
  sent(arn: string): number;
  /** When the oldest message was sent of those that can be had or are with somebody; undefined when there is none. */
  oldest(arn: string): Instant | undefined;
  /** The bodies of all messages that lie in a queue, whatever their state. */
  bodies(arn: string): readonly string[];
  /** When the next message of a queue that is delayed or with somebody can be had; undefined when there is none. */
  nextInstant(arn: string): Instant | undefined;
  stop(): Promise<void>;
}

/** Starts fauxqs in this process, heard on this machine only. */
export async function startQueueEngine(): Promise<QueueEngine> {
  const stores = await emptyStores();
  const app = buildApp({ logger: false, defaultRegion: REGION, stores });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const queueOf = (arn: string) => stores.sqsStore.getQueueByArn(arn)!;
  const sent = new Map<string, number>();
  return {
    url,
    create(queue) {
      const made = stores.sqsStore.createQueue(queue.queueName, queue.url, queue.arn, { ...queue.attributes });
      const enqueue = made.enqueue.bind(made);
      made.enqueue = message => {
        if (message.approximateReceiveCount === 0) sent.set(queue.arn, (sent.get(queue.arn) ?? 0) + 1);
        enqueue(message);
      };
    },
    sent: arn => sent.get(arn) ?? 0,
    oldest(arn) {
      const { messages, inflightMessages } = queueOf(arn);
      const all = [...messages, ...[...inflightMessages.values()].map(({ message }) => message)];
      return all.length === 0 ? undefined : all.reduce((first, each) => Math.min(first, each.sentTimestamp), Infinity);
    },
    async send(arn, body) {
      await app.inject({
        method: 'POST',
        url: '/',
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
        payload: JSON.stringify({ QueueUrl: queueOf(arn).url, MessageBody: body }),
      });
    },
    receive(arn, count) {
      const queue = queueOf(arn);
      return queue.dequeue(count, undefined, queueOf).map(message => {
        const entry = queue.inflightMessages.get(message.ReceiptHandle)!.message;
        return {
          message,
          attributes: {
            SenderId: 'local',
            SentTimestamp: String(entry.sentTimestamp),
            ApproximateReceiveCount: String(entry.approximateReceiveCount),
            ApproximateFirstReceiveTimestamp: String(entry.approximateFirstReceiveTimestamp),
          },
        };
      });
    },
    delete: (arn, { message }) => void queueOf(arn).deleteMessage(message.ReceiptHandle),
    depth(arn) {
      const queue = queueOf(arn);
      queue.processTimers();
      return {
        ready: queue.messages.length,
        delayed: queue.delayedMessages.length,
        inFlight: queue.inflightMessages.size,
      };
    },
    bodies(arn) {
      const { ready, delayed, inflight } = queueOf(arn).inspectMessages();
      return [...ready, ...delayed, ...inflight.map(({ message }) => message)].map(({ body }) => body);
    },
    nextInstant(arn) {
      const queue = queueOf(arn);
      let next = Number.POSITIVE_INFINITY;
      for (const { delayUntil } of queue.delayedMessages) next = Math.min(next, delayUntil ?? 0);
      for (const { visibilityDeadline } of queue.inflightMessages.values()) next = Math.min(next, visibilityDeadline);
      return next === Number.POSITIVE_INFINITY ? undefined : next;
    },
    stop: () => app.close(),
  };
}
