import type { Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import { htmlOf } from './mail-html.ts';
import type { NotificationKind } from './notification.ts';
import type { Told } from './told.ts';

/** What a mail says: its subject, its body as plain text and as HTML, and what it is about. */
export interface MailTexts {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The language as BCP 47 names it. */
  readonly language: string;
  readonly kind: NotificationKind | 'digest';
  /** Absent where the mail is about several. */
  readonly metric?: MetricName;
}

/** One mail to one recipient, ready to be put into MIME. */
export interface Mail extends MailTexts {
  readonly at: Instant;
  readonly to: string;
  /** The same for every attempt at the same notification. */
  readonly messageId: string;
  /** Names the ticket's thread, the same for all its mails. */
  readonly thread: string;
  /** Names the delivery, so that what the mail service tells later finds it. */
  readonly delivery: string;
}

/** What a mail about one notification says. */
export const mailTexts = (told: Told): MailTexts => ({
  subject: told.subject,
  text: textOf(told),
  html: htmlOf(told),
  language: told.language,
  kind: told.kind,
  metric: told.metric,
});

const textOf = (told: Told): string =>
  [
    told.headline,
    told.ticket,
    ...told.due.map((time, index) => (index === 0 ? `${told.labels.due}: ${time}` : `    = ${time}`)),
    '',
    `${told.labels.todo}: ${told.todo}`,
    '',
    `${told.labels.timeline} (${told.timeline.zone}):`,
    ...told.timeline.moments.map(({ when, what }) => (when === '' ? `- ${what}` : `- ${when}  ${what}`)),
    '',
    ...(told.contact === undefined ? [] : [`${told.labels.contact}: ${told.contact}`, '']),
    ...[told.link, told.acknowledge].flatMap(link => (link === undefined ? [] : [`${link.text}: ${link.url}`])),
    '',
    `${told.labels.details}:`,
    ...told.details.map(([label, value]) => `- ${label}: ${value}`),
    '',
    '-- ',
    told.why,
    '',
  ].join('\n');
