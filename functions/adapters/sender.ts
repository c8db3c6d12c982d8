/** Whom mails come from, as a setting says it: `a@b.example`, or `Name <a@b.example>`, the name in quotes or not. */
export type From = string;

/** Whom mails come from; the name without its quotes, empty where there is none. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Takes name and address apart; what has no brackets is all address. */
export function senderOf(from: From): Sender {
  const [, name = '', address = from] = /^(.*)<([^<>]*)>\s*$/s.exec(from) ?? [];
  return { name: unquoted(name.trim()), address: address.trim() };
}

/** The text of a quoted string (RFC 5322, 3.2.4). */
function unquoted(text: string): string {
  const [, quoted] = /^"(.*)"$/s.exec(text) ?? [];
  return quoted === undefined ? text : quoted.replace(/\\(.)/gs, '$1');
}
