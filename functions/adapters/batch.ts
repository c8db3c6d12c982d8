import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log, reasonOf } from './log.ts';

/**
 * Handles every record of a batch on its own, all at once; those that say the same are one, so that what was sent twice does not race
 * itself. Those that failed are given back to the queue, the others are done
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
 */
export async function eachRecord(
  event: SQSEvent,
  handle: (record: SQSRecord) => Promise<void>,
): Promise<SQSBatchResponse> {
  const handled = new Map<string, Promise<void>>();
  for (const record of event.Records) if (!handled.has(record.body)) handled.set(record.body, handle(record));
  const results = await Promise.allSettled(event.Records.map(({ body }) => handled.get(body)));
  const batchItemFailures = event.Records.flatMap(({ messageId }, index) => {
    const result = results[index]!;
    if (result.status === 'fulfilled') return [];
    log('error', 'a message could not be handled', { messageId, reason: reasonOf(result.reason) });
    return [{ itemIdentifier: messageId }];
  });
  return { batchItemFailures };
}
