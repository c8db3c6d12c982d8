/** Shorter parts of a secret are words, such as those of an address. */
const TELLING = 12;

/** A text without the secret, should it repeat that: whole or in part, such as the end of an address that is one. */
export function masked(text: string, secret: string): string {
  const parts = [secret, decoded(secret)]
    .flatMap(each => each.split(/[^\w+.-]+/))
    .filter(part => part.length >= TELLING);
  const all = [secret, ...parts].filter(part => part !== '').map(part => part.replaceAll(/\W/g, '\\$&'));
  return all.length === 0 ? text : text.replace(new RegExp(all.join('|'), 'gi'), '…');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
