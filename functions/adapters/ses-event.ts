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
const recipients = z.array(z.object({ diagnosticCode: text }));

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

/** Only a bounce that is permanent is for good: a transient one may be an answer that somebody is out of the office. */
function toldBy(detail: Detail): Told {
  switch (detail.eventType) {
    case 'Send':
      return { said: 'accepted', at: detail.mail.timestamp, words: [] };
    case 'Delivery':
      return { said: 'delivered', at: detail.delivery.timestamp, words: [detail.delivery.smtpResponse] };
    case 'Bounce': {
      const { timestamp, bounceType, bounceSubType, bouncedRecipients } = detail.bounce;
      const said = bounceType === 'Permanent' ? 'bounced for good' : 'bounced';
      return { said, at: timestamp, words: [bounceType, bounceSubType, ...codesOf(bouncedRecipients)] };
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

const codesOf = (of: z.infer<typeof recipients>) => of.map(({ diagnosticCode }) => diagnosticCode);
