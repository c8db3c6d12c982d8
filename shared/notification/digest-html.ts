import type { DigestTold } from './digest-mail.ts';
import { linked } from './mail-html.ts';
import { oneLine } from './one-line.ts';
import { fill, type Markup } from './template/fill.ts';
import { MAIL_TEMPLATE } from './template/mail-template.ts';
import { TONES } from './tone.ts';
import type { DigestEntry } from './worst-first.ts';

const SEVERITY_LIMIT = 40;

/** The body of a digest as HTML: a table of the notifications, nothing fetched from elsewhere, every text escaped. */
export function digestHtml({ subject, headline, why, shown, more, wording }: DigestTold): string {
  const { kind } = shown[0].facts;
  const { labels, digest, language } = wording;
  return fill(MAIL_TEMPLATE.mail, {
    ...TONES[kind],
    kind,
    language,
    subject,
    preview: shown[0].told.headline,
    label: digest.label,
    headline,
    ticket: '',
    due: '',
    todoLabel: labels.todo,
    todo: digest.todo,
    timeline: '',
    digest: fill(MAIL_TEMPLATE.digest, { severity: labels.severity, promise: labels.promise, row: shown.map(rowOf) }),
    more: more === '' ? '' : fill(MAIL_TEMPLATE.more, { text: more }),
    contact: '',
    buttons: '',
    details: '',
    why,
  }).html;
}

const rowOf = ({
  facts: { kind, severity },
  told: { headline, ticket, due, link, acknowledge, labels },
}: DigestEntry): Markup =>
  fill(MAIL_TEMPLATE.row, {
    kind,
    tone: TONES[kind].tone,
    severity: oneLine(severity, SEVERITY_LIMIT),
    headline,
    ticket: linked(ticket, link),
    rowDue: due.map((time, index) =>
      fill(MAIL_TEMPLATE.rowDue, { due: index === 0 ? `${labels.due}: ${time}` : `= ${time}` }),
    ),
    rowAcknowledge:
      acknowledge === undefined
        ? ''
        : fill(MAIL_TEMPLATE.rowAcknowledge, { ...acknowledge, name: `${acknowledge.text}: ${ticket}` }),
  });
