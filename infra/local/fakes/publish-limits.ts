import * as z from 'zod/mini';
import { parsed } from './parsed.ts';

const BYTES = 262_144;
const SMS_BYTES = 1600;
const ID = /^[!-~]{1,128}$/;

const texts = z.catchall(z.object({ default: z.string() }), z.string());

/**
 * What is wrong with the parameters of a Publish, by https://docs.aws.amazon.com/sns/latest/api/API_Publish.html; undefined for
 * nothing. fauxqs looks at the topic, the size and what a FIFO topic wants, and at nothing else.
 */
export function publishFault(parameters: URLSearchParams): string | undefined {
  const subject = parameters.get('Subject') ?? 'none';
  if (!/^[!-~][ -~]{0,98}$/.test(subject)) return 'Subject';
  const isFifo = parameters.get('TopicArn')?.endsWith('.fifo');
  for (const name of ['MessageGroupId', 'MessageDeduplicationId'])
    if (!ID.test(parameters.get(name) ?? 'none')) return name;
  if (!isFifo && parameters.has('MessageDeduplicationId')) return 'MessageDeduplicationId';
  const attributes = [...parameters].filter(([name]) => name.startsWith('MessageAttributes.entry.'));
  if (attributes.some(([, value]) => value === '')) return 'MessageAttributes';
  const message = parameters.get('Message') ?? '';
  if (Buffer.byteLength([message, ...attributes.map(([, value]) => value)].join('')) > BYTES) return 'Message too long';
  const { success, data } = texts.safeParse(parsed(message));
  if (parameters.get('MessageStructure') !== 'json' || !success) return 'Message Structure - JSON message body';
  const { sms } = data;
  return sms !== undefined && smsBytes(sms) > SMS_BYTES ? 'SMS too long' : undefined;
}

/** Counted as if every character took the two bytes of UCS-2 when one of them does. */
const smsBytes = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : text.length * 2);
