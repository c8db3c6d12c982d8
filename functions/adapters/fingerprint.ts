import { createHash, createHmac } from 'node:crypto';

/** A name for a text: 40 hexadecimal digits, the same for the same text and practically for no other. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);

/** HMAC-SHA256 of a text, key and result in base64. */
export const sign = (keyBase64: string, text: string): string =>
  createHmac('sha256', Buffer.from(keyBase64, 'base64')).update(text).digest('base64');
