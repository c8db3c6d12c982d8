import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Instant } from '../../shared/calendar/instant.ts';
import { fingerprint } from './fingerprint.ts';
import { crowdOf } from './item-keys.ts';

/** A message, and the instant before which nobody is to see it. */
export interface Message {
  readonly body: unknown;
  readonly at?: Instant;
}

/** A queue to send to. */
export interface Queue {
  /** Sends all, ten to a call; throws when some did not go through in the end. Anything further ahead than a queue can hold is held as long as it can. */
  send(messages: readonly Message[], now: Instant): Promise<void>;
}

/** The longest a queue holds a message back, in seconds (SQS, SendMessage, DelaySeconds). */
const LONGEST_DELAY = 900;
const BATCH = 10;
const TRIES = 3;
const AT_ONCE = 16;

/** The SQS queue at a URL. */
export function queue(client: SQSClient, url: string): Queue {
  async function sendBatch(messages: readonly Message[], now: Instant): Promise<void> {
    let entries = messages.map((message, index) => ({
      Id: String(index),
      MessageBody: JSON.stringify(message.body),
      DelaySeconds: delayOf(message, now),
      ...groupOf(message),
    }));
    for (let tries = 1; ; tries += 1) {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
      if (Failed.length === 0) return;
      if (tries === TRIES) throw new Error(`${Failed.length} messages were not taken: ${Failed[0]?.Code}`);
      entries = entries.filter(entry => Failed.some(failed => failed.Id === entry.Id));
    }
  }
  return {
    async send(messages, now) {
      const batches = Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, index) =>
        messages.slice(index * BATCH, (index + 1) * BATCH),
      );
      const next = batches.values();
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, batches.length) }, async () => {
          for (const batch of next) await sendBatch(batch, now);
        }),
      );
    },
  };
}

const delayOf = ({ at }: Message, now: Instant): number =>
  at === undefined ? 0 : Math.min(LONGEST_DELAY, Math.max(0, Math.ceil((at - now) / 1000)));

/**
 * The tenant a message is for, as a group: SQS lets nobody wait for the crowd of another
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html). What names no item is in a group of
 * its own.
 */
function groupOf({ body }: Message): { readonly MessageGroupId?: string } {
  const pk = (body as { readonly pk?: unknown } | null | undefined)?.pk;
  return typeof pk === 'string' ? { MessageGroupId: fingerprint(crowdOf({ pk })) } : {};
}
