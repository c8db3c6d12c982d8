import type { Recipient, TextSource } from '../policy/recipient.ts';
import type { Attributes } from '../ticket/ticket-event.ts';

/** Where a mail goes, or why that is not known. */
export type Address = { readonly address: string } | { readonly unknown: string };

const MAILBOX = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;

/** Whether a text is one mailbox in ASCII, as SES takes it: other characters of a domain must be Punycode (RFC 5321, 4.1.2). */
export const isMailbox = (text: string): boolean => MAILBOX.test(text);

/** Finds the mail address of a recipient, which the policy says or the ticket holds. */
export function addressOf(recipient: Recipient | undefined, attributes: Attributes): Address {
  if (recipient === undefined) return { unknown: 'the policy has no such recipient' };
  if (recipient.email === undefined) return { unknown: 'the recipient has no mail address' };
  const found = textOf(recipient.email, attributes)?.trim();
  if (found === undefined || found === '') return { unknown: `the ticket has no ${nameOf(recipient.email)}` };
  return isMailbox(found) ? { address: found } : { unknown: `${nameOf(recipient.email)} is not a mail address` };
}

const textOf = (source: TextSource, attributes: Attributes): string | undefined =>
  'text' in source ? source.text : attributes[source.attribute]?.toString();

const nameOf = (source: TextSource): string => ('text' in source ? "the policy's address" : source.attribute);
