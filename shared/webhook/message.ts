import { type Instant, MINUTE, SECOND } from '../calendar/instant.ts';
import { keyOf, signedText } from './standard-webhook.ts';

/** A message as it came in; header names in small letters. */
export interface Message {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What is needed to tell whether a message is of somebody who holds a secret. */
export interface Proof {
  /** Each that is in force: while secrets are changed there are two. */
  readonly secrets: readonly string[];
  readonly now: Instant;
  /** HMAC-SHA256 of a text, key and result in base64. */
  readonly sign: (keyBase64: string, text: string) => string;
  /** Whether two texts are the same, in a time that does not tell where they differ. */
  readonly isSame: (one: string, other: string) => boolean;
}

/** How far the time of an attempt may lie from ours, either way. */
const TOLERANCE = 5 * MINUTE;

/** The most signatures that are looked at; a sender has one for each of its secrets. */
const MOST_SIGNATURES = 8;

/** The specification allows no full stop in an id, for those divide what is signed. */
const ID = /^[^\s.]{1,200}$/;
const SECONDS = /^\d{1,12}$/;

/**
 * The id of a message whose sender holds one of the secrets and made this attempt within five minutes of `now`; undefined for any other
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, "Verifying signatures").
 */
export function trueId({ headers, body }: Message, { secrets, now, sign, isSame }: Proof): string | undefined {
  const { 'webhook-id': id = '', 'webhook-timestamp': seconds = '', 'webhook-signature': list = '' } = headers;
  if (!ID.test(id) || !SECONDS.test(seconds)) return undefined;
  if (Math.abs(now - Number(seconds) * SECOND) > TOLERANCE) return undefined;
  const given = list.split(' ').slice(0, MOST_SIGNATURES);
  const isTrue = secrets.some(secret => {
    const key = keyOf(secret);
    if (key === undefined) return false;
    const expected = `v1,${sign(key, signedText(id, seconds, body))}`;
    return given.some(signature => isSame(signature, expected));
  });
  return isTrue ? id : undefined;
}
