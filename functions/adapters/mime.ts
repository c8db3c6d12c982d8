import type { Mail } from '../../shared/notification/mail.ts';
import { type From, type Sender, senderOf } from './sender.ts';

const BREAK = '\r\n';

/** As many bytes as keep a header line with an encoded word within 76 characters (RFC 2047, section 2). */
const WORD_BYTES = 39;

const TOKEN_LIMIT = 256;

/** What may stand in a header as it is: in a subject, and in a name, where more of it would be syntax (RFC 5322, 3.2.3). */
const PLAIN = { subject: /^[\w #()[\]:+'/-]*$/, name: /^[\w #+'/-]*$/ };

/**
 * A mail as a MIME message of ASCII to one recipient: its text as base64, as plain text and as HTML (RFC 2046, 5.1.4). It says that a
 * machine wrote it (RFC 3834, section 5) and what it is about. Threads hang on `References`, since SES writes a `Message-ID` and a
 * `Date` of its own (https://docs.aws.amazon.com/ses/latest/dg/header-fields.html). Gmail wants one subject for a thread as well
 * (https://workspaceupdates.googleblog.com/2019/03/threading-changes-in-gmail-conversation-view.html), which is given up: a subject
 * begins with the fact, so there a ticket has a thread for each fact. Nothing a mail says makes another header.
 */
export function mimeOf(mail: Mail, from: From): Buffer {
  const sender = senderOf(from);
  const host = /@([\w.-]+)$/.exec(sender.address)?.[1] ?? 'timekeeper.invalid';
  const id = token(mail.messageId);
  const thread = `<${token(mail.thread)}@${host}>`;
  const lines = [
    `From: ${nameAndAddress(sender)}`,
    `To: ${printable(mail.to)}`,
    `Subject: ${encoded(mail.subject, PLAIN.subject)}`,
    `Date: ${new Date(mail.at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@${host}>`,
    `In-Reply-To: ${thread}`,
    `References: ${thread}`,
    'Auto-Submitted: auto-generated',
    `X-SES-MESSAGE-TAGS: ${tagsOf(mail)}`,
    `Content-Language: ${token(mail.language)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="=_${id}"`,
    '',
    ...part(id, 'text/plain', mail.text),
    ...part(id, 'text/html', mail.html),
    `--=_${id}--`,
    '',
  ];
  return Buffer.from(lines.join(BREAK), 'ascii');
}

/**
 * What SES tells with every event of the mail, so that it can be counted by kind and found by delivery: letters, digits, `_` and `-`,
 * at most 256 of them (https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html).
 */
const tagsOf = ({ kind, metric, delivery }: Mail): string =>
  Object.entries({ kind, metric, delivery })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${token(value)}`]))
    .join(', ');

const token = (text: string): string => text.replace(/[^\w-]+/g, '-').slice(0, TOKEN_LIMIT);

const printable = (text: string): string => text.replace(/[^\x20-\x7e]+/g, ' ');

const part = (id: string, type: string, text: string): readonly string[] => [
  `--=_${id}`,
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...(Buffer.from(text)
    .toString('base64')
    .match(/.{1,76}/g) ?? []),
];

const nameAndAddress = ({ name, address }: Sender): string =>
  name === '' ? printable(address) : `${encoded(name, PLAIN.name)} <${printable(address)}>`;

/** A header's text: itself where it is plain, else encoded words, none of which cuts a character (RFC 2047, section 5). */
function encoded(text: string, plain: RegExp): string {
  if (plain.test(text)) return text;
  const words = [''];
  for (const character of text) {
    if (Buffer.byteLength(words.at(-1) + character) > WORD_BYTES) words.push('');
    words[words.length - 1] += character;
  }
  return words.map(word => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(`${BREAK} `);
}
