import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of a text under a key, both UTF-8, in hexadecimal. */
export const hmacHex = (key: string, text: string): string => hmac(key, text).toString('hex');

/** Whether two texts are the same, in a time that tells only whether they are of one length. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A value as a text for a URL that only the holder of the key can have made; it can be read by anybody. */
export function sealed(value: unknown, key: string): string {
  const content = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${content}.${hmac(key, content).toString('base64url')}`;
}

/** What `sealed` was given, or undefined where the text is not of the key's holder. */
export function unsealed(text: string, key: string): unknown {
  const [content = '', seal = '', ...rest] = text.split('.');
  const isTrue = isSame(seal, hmac(key, content).toString('base64url')) && rest.length === 0;
  return isTrue ? JSON.parse(Buffer.from(content, 'base64url').toString()) : undefined;
}

const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
