import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { REGION } from './places.ts';
import type { SourcePlan } from './plan.ts';
import type { Handout, QueueEngine } from './queue-engine.ts';
import type { Worker } from './workers.ts';

/** A function fed from a queue, as an event source mapping of Lambda does it. */
export interface Source {
  readonly queueArn: string;
  /** Feeds the function until nothing in the queue can be had now. */
  drain(): Promise<void>;
}

/**
 * The source of a plan. What the function answered for is deleted; what it reported as failed, and the whole batch where it threw or
 * died, is seen again when its visibility timeout is over. At most `concurrency` batches are worked on at a time.
 */
export function sourceOf(plan: SourcePlan, worker: Worker, queues: QueueEngine, concurrency: number): Source {
  const { queueArn, batchSize } = plan;

  async function work(): Promise<void> {
    while (queues.depth(queueArn).ready > 0) {
      const batch = queues.receive(queueArn, batchSize);
      if (batch.length > 0) await feed(batch);
    }
  }

  async function feed(batch: readonly Handout[]): Promise<void> {
    let failed: ReadonlySet<string>;
    try {
      failed = failures(plan, batch, await worker.invoke(eventOf(queueArn, batch)));
    } catch {
      return;
    }
    for (const handout of batch) if (!failed.has(handout.message.MessageId)) queues.delete(queueArn, handout);
  }

  return {
    queueArn,
    async drain() {
      const hands = Math.min(concurrency, plan.maxConcurrency);
      await Promise.all(Array.from({ length: hands }, work));
    },
  };
}

/** An answer that names an unknown message, or none, fails the whole batch (Lambda, "Reporting batch item failures"). */
function failures(plan: SourcePlan, batch: readonly Handout[], answer: unknown): ReadonlySet<string> {
  if (!plan.partialResponses) return new Set();
  const named = ((answer as SQSBatchResponse | null | undefined)?.batchItemFailures ?? []).map(
    failure => failure.itemIdentifier,
  );
  const known = new Set(batch.map(({ message }) => message.MessageId));
  return named.every(id => known.has(id)) ? new Set(named) : known;
}

const eventOf = (eventSourceARN: string, batch: readonly Handout[]): SQSEvent => ({
  Records: batch.map(
    ({ message, attributes }): SQSRecord => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      md5OfBody: message.MD5OfBody,
      attributes: attributes as unknown as SQSRecord['attributes'],
      messageAttributes: {},
      eventSource: 'aws:sqs',
      eventSourceARN,
      awsRegion: REGION,
    }),
  ),
});
