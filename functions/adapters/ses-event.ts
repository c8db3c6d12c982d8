import * as z from 'zod/mini';
import { oneLine } from '../../shared/notification/one-line.ts';
import type { Receipt } from '../../shared/notification/receipt.ts';

/** What SES tells of a mail of ours. */
export interface MailNews {
  /** The name of its delivery, by the tag it was sent with. */
  readonly delivery: string;
  /** Whom it was sent to. */
  readonly address: string;
  readonly receipt: Receipt;
}

const time = z.iso.datetime({ offset: true });
const text = z.optional(z.string());
const mail = z.object({
  messageId: z.string(),
  timestamp: time,
  destination: z.array(z.string()).check(z.minLength(1)),
  tags: z.object({ delivery: z.array(z.string()).check(z.minLength(1)) }),
});
const recipients = z.array(z.object({ action: text, diagnosticCode: text }));

/**
 * The events of SES as EventBridge carries them: `detail` is the record of
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html, of the types the configuration set tells.
 */
const sesEvent = z.object({
  detail: z.discriminatedUnion('eventType', [
    z.object({ eventType: z.literal('Send'), mail }),
    z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: time, smtpResponse: text }) }),
    z.object({
      eventType: z.literal('Bounce'),
      mail,
      bounce: z.object({ timestamp: time, bounceType: z.string(), bounceSubType: text, bouncedRecipients: recipients }),
    }),
    z.object({
      eventType: z.literal('Complaint'),
      mail,
      complaint: z.object({ timestamp: time, complaintFeedbackType: text, complaintSubType: z.nullish(z.string()) }),
    }),
    z.object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: text }) }),
    z.object({
      eventType: z.literal('DeliveryDelay'),
      mail,
      deliveryDelay: z.object({ timestamp: time, delayType: text, delayedRecipients: recipients }),
    }),
  ]),
});

type Detail = z.infer<typeof sesEvent>['detail'];
type Bounce = Extract<Detail, { eventType: 'Bounce' }>['bounce'];

const DETAIL_LIMIT = 300;

/** Reads an event of SES; throws for anything else. */
export function readSesEvent(body: string): MailNews {
  const { detail } = sesEvent.parse(JSON.parse(body));
  const { messageId: reference, destination, tags } = detail.mail;
  const { words, ...told } = toldBy(detail);
  const shown = oneLine(words.filter(Boolean).join(', '), DETAIL_LIMIT);
  return {
    delivery: tags.delivery[0]!,
    address: destination[0]!,
    receipt: { ...told, at: Date.parse(told.at), reference, ...(shown === '' ? {} : { detail: shown }) },
  };
}

interface Told {
  readonly said: Receipt['said'];
  readonly at: string;
  readonly words: readonly (string | null | undefined)[];
}

function toldBy(detail: Detail): Told {
  switch (detail.eventType) {
    case 'Send':
      return { said: 'accepted', at: detail.mail.timestamp, words: [] };
    case 'Delivery':
      return { said: 'delivered', at: detail.delivery.timestamp, words: [detail.delivery.smtpResponse] };
    case 'Bounce': {
      const { timestamp, bounceType, bounceSubType, bouncedRecipients } = detail.bounce;
      const words = [bounceType, bounceSubType, ...codesOf(bouncedRecipients)];
      return { said: saidByBounce(detail.bounce), at: timestamp, words };
    }
    case 'Complaint': {
      const { timestamp, complaintFeedbackType, complaintSubType } = detail.complaint;
      return { said: 'complained', at: timestamp, words: [complaintFeedbackType, complaintSubType] };
    }
    case 'Reject':
      return { said: 'rejected', at: detail.mail.timestamp, words: [detail.reject.reason] };
    case 'DeliveryDelay': {
      const { timestamp, delayType, delayedRecipients } = detail.deliveryDelay;
      return { said: 'delayed', at: timestamp, words: [delayType, ...codesOf(delayedRecipients)] };
    }
  }
}

/**
 * Every bounce was sent back by the recipient's provider, but for a general transient one, which is typically an answer that somebody is
 * out of the office (https://repost.aws/knowledge-center/ses-understand-soft-bounces), unless a report of the delivery came with it
 * that says `failed` (RFC 3464, 2.3.3). Only a permanent one speaks of all mail to that address.
 */
function saidByBounce({ bounceType, bounceSubType, bouncedRecipients }: Bounce): Receipt['said'] {
  if (bounceType === 'Permanent') return 'bounced for good';
  const isAnswer = bounceType === 'Transient' && bounceSubType === 'General';
  return isAnswer && !bouncedRecipients.some(({ action }) => action === 'failed') ? 'auto-replied' : 'bounced';
}

const codesOf = (of: z.infer<typeof recipients>) => of.map(({ diagnosticCode }) => diagnosticCode);
