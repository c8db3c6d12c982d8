import { createHmac, timingSafeEqual } from 'node:crypto';
import { type FakeAnswer, type FakeRequest, type HttpFake, type Listen, startHttpFake } from './http-fake.ts';

/** A message that was believed. */
interface Received {
  readonly id: string;
  readonly at: number;
  readonly payload: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

/** A receiver of Standard Webhooks, played on this machine. */
export interface WebhookReceiver extends HttpFake {
  /** What was received, each message once. */
  received(): readonly Received[];
}

const TOLERANCE = 5 * 60_000;

/**
 * Starts a receiver that verifies signatures and the time of the attempt, and takes each `webhook-id` once
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, "Verifying signatures").
 */
export async function startWebhookReceiver(listen: Listen & { readonly secret: string }): Promise<WebhookReceiver> {
  const received = new Map<string, Received>();
  const key = Buffer.from(listen.secret.replace(/^whsec_/, ''), 'base64');

  function answer({ headers, body, at }: FakeRequest): FakeAnswer {
    const id = String(headers['webhook-id']);
    const seconds = String(headers['webhook-timestamp']);
    const signatures = String(headers['webhook-signature']).split(' ');
    const expected = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest();
    if (!signatures.some(signature => isSignature(signature, expected))) return { status: 401 };
    if (!/^\d+$/.test(seconds) || Math.abs(at - Number(seconds) * 1000) > TOLERANCE) return { status: 400 };
    if (!received.has(id)) received.set(id, { id, at, payload: JSON.parse(body) });
    return { status: 204 };
  }

  return { ...(await startHttpFake(listen, answer)), received: () => [...received.values()] };
}

function isSignature(text: string, expected: Buffer): boolean {
  const given = Buffer.from(text.replace(/^v1,/, ''), 'base64');
  return text.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected);
}
