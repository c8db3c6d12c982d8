import type { Instant } from '../calendar/instant.ts';
import { htmlOf } from './mail-html.ts';
import type { Told } from './told.ts';

/** One mail to one recipient, ready to be put into MIME. */
export interface Mail {
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** The same for every attempt at the same notification. */
  readonly messageId: string;
  /** Names the ticket's thread, the same for all its mails. */
  readonly thread: string;
}

/** What a mail says: its subject, and its body as plain text and as HTML. */
export const mailTexts = (told: Told): Pick<Mail, 'subject' | 'text' | 'html' | 'language'> => ({
  subject: told.subject,
  text: textOf(told),
  html: htmlOf(told),
  language: told.language,
});

const textOf = ({ headline, due, dueLabel, todo, rows, link, why }: Told): string =>
  [
    headline,
    ...due.map((time, index) => (index === 0 ? `${dueLabel}: ${time}` : `    = ${time}`)),
    '',
    todo,
    '',
    ...rows.map(([label, value]) => `${label}: ${value}`),
    ...(link ? ['', `${link.text}: ${link.url}`] : []),
    '',
    '-- ',
    why,
    '',
  ].join('\n');
