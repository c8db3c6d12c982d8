import { digestHtml } from './digest-html.ts';
import type { MailTexts } from './mail.ts';
import { oneLine } from './one-line.ts';
import type { Reader } from './told.ts';
import type { Wording } from './wording/wording.ts';
import { type DigestEntry, worstFirst } from './worst-first.ts';

/** How many notifications a digest lists by mail. */
export const SHOWN_IN_MAIL = 50;

const SUBJECT_LIMIT = 120;
const ROLE_LIMIT = 200;

/** Several notifications in words, before they take the form of a mail. */
export interface DigestTold {
  readonly subject: string;
  readonly headline: string;
  readonly why: string;
  /** The worst first. */
  readonly shown: readonly [DigestEntry, ...(readonly DigestEntry[])];
  /** How many are not shown, in words; empty where all are. */
  readonly more: string;
  readonly wording: Wording;
}

/**
 * One mail for several notifications to one recipient, the worst first: at most fifty of them, and how many there are besides; `more`
 * counts those that are not among the entries. Throws when there is no entry.
 */
export function digestMail(entries: readonly DigestEntry[], more: number, wording: Wording, reader: Reader): MailTexts {
  const [worst, ...rest] = worstFirst(entries);
  const shown = [worst, ...rest.slice(0, SHOWN_IN_MAIL - 1)] as const;
  const hidden = entries.length - shown.length + more;
  const told: DigestTold = {
    subject: digestSubject(worst, entries.length + more, wording),
    headline: wording.digest.headline(entries.length + more),
    why: wording.digest.why(oneLine(reader.role, ROLE_LIMIT)),
    shown,
    more: hidden === 0 ? '' : wording.digest.more(hidden),
    wording,
  };
  const { subject } = told;
  return { subject, text: textOf(told), html: digestHtml(told), language: wording.language, kind: 'digest' };
}

/** How many promises there are, and which is the worst: one line. */
export function digestSubject({ facts }: DigestEntry, count: number, wording: Wording): string {
  const worst = wording.subject[facts.kind](wording.metrics[facts.metric], facts.ticket.id);
  return oneLine(wording.digest.subject(wording.digest.headline(count), `${worst} (${facts.severity})`), SUBJECT_LIMIT);
}

const textOf = ({ headline, why, shown, more, wording: { labels, digest } }: DigestTold): string =>
  [
    headline,
    '',
    `${labels.todo}: ${digest.todo}`,
    '',
    ...shown.flatMap(({ facts, told }, index) => [
      `${index + 1}. [${oneLine(facts.severity, ROLE_LIMIT)}] ${told.headline}`,
      ...[
        told.ticket,
        ...(told.due.length === 0 ? [] : [`${labels.due}: ${told.due.join(' = ')}`]),
        ...[told.link, told.acknowledge].flatMap(link => (link === undefined ? [] : [`${link.text}: ${link.url}`])),
      ].map(line => `   ${line}`),
      '',
    ]),
    ...(more === '' ? [] : [more, '']),
    '-- ',
    why,
    '',
  ].join('\n');
