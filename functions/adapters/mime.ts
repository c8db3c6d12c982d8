import type { Mail } from '../../shared/notification/mail.ts';

/** Whom mails come from: `a@b.example`, or `Name <a@b.example>`. */
export type From = string;

const BREAK = '\r\n';

/** As many bytes as keep a header line with an encoded word within 76 characters (RFC 2047, section 2). */
const WORD_BYTES = 39;

/**
 * A mail as a MIME message of ASCII: its text as base64, as plain text and as HTML (RFC 2046, 5.1.4). It says that a machine wrote it
 * (RFC 3834, section 5), and that it belongs to its ticket's thread.
 */
export function mimeOf(mail: Mail, from: From): Buffer {
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'timekeeper.invalid';
  const boundary = `=_${mail.messageId}`;
  const thread = `<${mail.thread}@${host}>`;
  const lines = [
    `From: ${sender(from)}`,
    `To: ${mail.to}`,
    `Subject: ${encoded(mail.subject)}`,
    `Date: ${new Date(mail.at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.messageId}@${host}>`,
    `In-Reply-To: ${thread}`,
    `References: ${thread}`,
    'Auto-Submitted: auto-generated',
    `Content-Language: ${mail.language}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part(boundary, 'text/plain', mail.text),
    ...part(boundary, 'text/html', mail.html),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join(BREAK), 'ascii');
}

const part = (boundary: string, type: string, text: string): readonly string[] => [
  `--${boundary}`,
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...(Buffer.from(text)
    .toString('base64')
    .match(/.{1,76}/g) ?? []),
];

function sender(from: From): string {
  const [, name = '', address] = /^([^<]*)<([^>]+)>\s*$/.exec(from) ?? [];
  if (address === undefined || name.trim() === '') return address ?? from;
  return `${encoded(name.trim())} <${address}>`;
}

/** A header's text: itself where it is plain, else encoded words, none of which cuts a character (RFC 2047, section 5). */
function encoded(text: string): string {
  if (/^[\w #()[\]:+'/-]*$/.test(text)) return text;
  const words = [''];
  for (const character of text) {
    if (Buffer.byteLength(words.at(-1) + character) > WORD_BYTES) words.push('');
    words[words.length - 1] += character;
  }
  return words.map(word => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(`${BREAK} `);
}
