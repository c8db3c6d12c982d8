import { randomUUID } from 'node:crypto';
import type { SESClient } from '@aws-sdk/client-ses';
import { type Duration, SECOND } from '../../../shared/calendar/instant.ts';
import type { BusEntry } from '../bus.ts';

/** The mailbox simulator of SES, played on this machine. */
export interface MailboxSimulator {
  /** Watches the mails that go through a connection. */
  over(client: SESClient): void;
}

/** A mail as SES has it. */
interface SentMail {
  readonly messageId: string;
  readonly address: string;
  readonly configurationSet: string;
  readonly raw: string;
  readonly at: number;
}

type News = readonly [detailType: string, eventType: string, about: (mail: SentMail, timestamp: string) => object];

const SENT: News = ['Email Sent', 'Send', () => ({ send: {} })];
const DELIVERED: News = [
  'Email Delivered',
  'Delivery',
  ({ address }, timestamp) => ({
    delivery: {
      timestamp,
      processingTimeMillis: 500,
      recipients: [address],
      smtpResponse: '250 2.6.0 Message received',
    },
  }),
];
const COMPLAINED: News = [
  'Email Complaint Received',
  'Complaint',
  ({ address }, timestamp) => ({
    complaint: {
      timestamp,
      feedbackId: randomUUID(),
      complainedRecipients: [{ emailAddress: address }],
      complaintFeedbackType: 'abuse',
    },
  }),
];
const bounced = (bounceType: string, bounceSubType: string, dsn: object): News => [
  'Email Bounced',
  'Bounce',
  ({ address }, timestamp) => ({
    bounce: {
      timestamp,
      feedbackId: randomUUID(),
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: address, ...dsn }],
    },
  }),
];
const UNKNOWN_USER = { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };

const MAILBOXES: Readonly<Record<string, readonly News[]>> = {
  success: [SENT, DELIVERED],
  bounce: [SENT, bounced('Permanent', 'General', UNKNOWN_USER)],
  ooto: [SENT, DELIVERED, bounced('Transient', 'General', {})],
  complaint: [SENT, DELIVERED, COMPLAINED],
  suppressionlist: [SENT, bounced('Permanent', 'Suppressed', UNKNOWN_USER)],
};

/** An address may have a label: `bounce+any@`. */
const ADDRESS = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i;

/** Whether an address is one of the simulator's. */
export const isSimulated = (address: string): boolean => mailboxOf(address) in MAILBOXES;

const mailboxOf = (address: string): string => ADDRESS.exec(address)?.[1]?.toLowerCase() ?? '';

const APART = SECOND;

/**
 * Tells of every mail to an address of the simulator what SES would tell on the default event bus, one second after the other
 * (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html, "Using the mailbox simulator manually").
 */
export const mailboxSimulator = (tell: (entry: BusEntry, after: Duration) => void): MailboxSimulator => ({
  over: client =>
    client.middlewareStack.add(
      next => async args => {
        const result = await next(args);
        const { Destinations, RawMessage, ConfigurationSetName } = args.input as Partial<RawEmail>;
        const address = Destinations?.[0] ?? '';
        const news = MAILBOXES[mailboxOf(address)];
        if (news === undefined || ConfigurationSetName === undefined) return result;
        const { MessageId } = result.output as unknown as { readonly MessageId: string };
        const raw = Buffer.from(RawMessage!.Data).toString();
        const mail = { messageId: MessageId, address, configurationSet: ConfigurationSetName, raw, at: Date.now() };
        for (const [index, each] of news.entries()) tell(entryOf(mail, each, index), (index + 1) * APART);
        return result;
      },
      { step: 'initialize', name: 'mailbox simulator' },
    ),
});

interface RawEmail {
  readonly Destinations: readonly string[];
  readonly RawMessage: { readonly Data: Uint8Array };
  readonly ConfigurationSetName: string;
}

function entryOf(mail: SentMail, [detailType, eventType, about]: News, index: number): BusEntry {
  const { messageId, address, configurationSet, raw, at } = mail;
  const timestamp = new Date(at).toISOString();
  const told = new Date(at + index * APART).toISOString();
  const tags = { 'ses:configuration-set': [configurationSet], ...tagsOf(raw) };
  const detail = { eventType, mail: { timestamp, messageId, destination: [address], tags }, ...about(mail, told) };
  return { source: 'aws.ses', detailType, detail };
}

/** The tags a mail was sent with (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html). */
function tagsOf(raw: string): Readonly<Record<string, readonly string[]>> {
  const header = /^X-SES-MESSAGE-TAGS: (.*)$/im.exec(raw)?.[1] ?? '';
  return Object.fromEntries(
    header
      .split(/[,;]/)
      .map(tag => tag.trim().split('=') as [string, string])
      .map(([name, value]) => [name, [value]]),
  );
}
