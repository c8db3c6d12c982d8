/** A symmetric secret: 24 to 64 bytes in base64 behind its prefix. */
const SECRET = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/;

/** The key of a signing secret, in base64; undefined for a text that is none (Standard Webhooks 1.0.0, "Signature scheme"). */
export const keyOf = (secret: string): string | undefined => SECRET.exec(secret)?.[1];

/**
 * What is signed of a message: its id, the time of the attempt in seconds, and its body as it is sent
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, "Signature scheme").
 */
export const signedText = (id: string, seconds: string, body: string): string => `${id}.${seconds}.${body}`;
