import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../../shared/notification/mail.ts';

/** Whom mails come from: `a@b.example`, or `Name <a@b.example>`. */
export type From = string;

/** The host after the sender's `@`, which names our threads and messages. */
export const hostOf = (from: From): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'timekeeper.invalid';

/** A mail as a MIME message. It says that a machine wrote it (RFC 3834, section 5), and that it belongs to its ticket's thread. */
export function mimeOf(mail: Mail, from: From): Promise<Buffer> {
  const host = hostOf(from);
  const thread = `<${mail.thread}@${host}>`;
  return new MailComposer({
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    textEncoding: 'base64',
    messageId: `<${mail.messageId}@${host}>`,
    inReplyTo: thread,
    references: thread,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
