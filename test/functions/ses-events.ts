import type { SQSEvent, SQSRecord } from 'aws-lambda';

/** A mail as SES speaks of it: sent on Monday at 10:00 in Berlin, to somebody, with our tags. */
const MAIL = {
  timestamp: '2026-01-05T09:00:00.000Z',
  source: 'sla@example.test',
  sendingAccountId: '123456789012',
  messageId: 'ses-1',
  destination: ['Somebody@Example.test'],
  headersTruncated: false,
  tags: { 'ses:configuration-set': ['timekeeper-dev-mail'], delivery: ['a1b2'] },
};

/** What SES tells of a mail, as EventBridge carries it: a record of the given type and its own part, the mail changed by the facts. */
export const sesEvent = (eventType: string, part: object, facts: object = {}): string =>
  JSON.stringify({
    version: '0',
    id: '8b6a1c3e-0000-4000-8000-000000000000',
    'detail-type': 'Email Something',
    source: 'aws.ses',
    account: '123456789012',
    time: '2026-01-05T09:00:07Z',
    region: 'eu-central-1',
    resources: ['arn:aws:ses:eu-central-1:123456789012:configuration-set/timekeeper-dev-mail'],
    detail: { eventType, mail: { ...MAIL, ...facts }, ...part },
  });

const LATER = '2026-01-05T09:00:05.000Z';
const GONE = {
  emailAddress: 'somebody@example.test',
  action: 'failed',
  status: '5.1.1',
  diagnosticCode: 'smtp; 550 5.1.1 user unknown',
};

/** The part of a bounce that says nothing of later mails, with what a report that came with it says. */
export function transient(bounceSubType: string, report: object = {}, bounceType = 'Transient') {
  const bouncedRecipients = [{ emailAddress: 'somebody@example.test', ...report }];
  return { bounce: { timestamp: LATER, feedbackId: 'f-2', bounceType, bounceSubType, bouncedRecipients } };
}

/** The parts of the records, five seconds after the mail. */
export const PARTS = {
  send: { send: {} },
  delivery: {
    delivery: {
      timestamp: LATER,
      processingTimeMillis: 4000,
      recipients: ['somebody@example.test'],
      smtpResponse: '250 2.6.0 Message received',
      reportingMTA: 'mta.example.test',
    },
  },
  bounce: {
    bounce: {
      timestamp: LATER,
      feedbackId: 'f-1',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [GONE],
      reportingMTA: 'dsn; mta.example.test',
    },
  },
  outOfOffice: transient('General'),
  complaint: {
    complaint: {
      timestamp: LATER,
      feedbackId: 'f-3',
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: 'somebody@example.test' }],
      complaintFeedbackType: 'abuse',
    },
  },
  reject: { reject: { reason: 'Bad content' } },
  delay: {
    deliveryDelay: {
      timestamp: LATER,
      delayType: 'MailboxFull',
      expirationTime: '2026-01-06T09:00:00.000Z',
      delayedRecipients: [
        { emailAddress: 'somebody@example.test', status: '4.2.2', diagnosticCode: 'smtp; 452 mailbox full' },
      ],
    },
  },
} as const;

/** A batch of such events. */
export const heard = (...bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({ messageId: `m${index}`, body }) as SQSRecord),
});
