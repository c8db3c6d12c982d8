import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sign } from '../../functions/adapters/fingerprint.ts';
import { isSame } from '../../functions/adapters/seal.ts';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { type Message, trueId } from '../../shared/webhook/message.ts';
import { keyOf, signedText } from '../../shared/webhook/standard-webhook.ts';
import { MONDAY } from '../timelines.ts';

/** The example that the specification's libraries are tested with. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

const headersFor = (secret: string, id: string, at: number, body: string) => {
  const seconds = String(Math.floor(at / SECOND));
  const signature = `v1,${sign(keyOf(secret)!, signedText(id, seconds, body))}`;
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature };
};
const GOOD: Message = { headers: headersFor(SECRET, 'msg_1', MONDAY, '{"a":1}'), body: '{"a":1}' };
const idOf = (message: Message, secrets: readonly string[] = [SECRET], now = MONDAY) =>
  trueId(message, { secrets, now, sign, isSame });
const withHeader = (name: string, value: string | undefined): Message => ({
  ...GOOD,
  headers: { ...GOOD.headers, [name]: value },
});

describe('a message', () => {
  it('is known by the signature that the specification gives for its example', () => {
    const message = {
      headers: {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      body: '{"test": 2432232314}',
    };
    expect(idOf(message, [SECRET], 1_614_265_330_000)).toBe('msg_p5jXN8AQM9LWM0D4loKWxJek');
  });

  const signature = GOOD.headers['webhook-signature']!;
  it.each<[string, Message, readonly string[]]>([
    ['signed with either of two secrets', GOOD, [OTHER, SECRET]],
    [
      'with several signatures of which one is right',
      withHeader('webhook-signature', `v1,AA== v1a,x ${signature}`),
      [SECRET],
    ],
  ])('is believed %s', (_what, message, secrets) => {
    expect(idOf(message, secrets)).toBe('msg_1');
  });

  it.each<[string, Message, readonly string[]]>([
    ['without a secret in force', GOOD, []],
    ['under another secret', GOOD, [OTHER]],
    ['under a secret that is no signing secret', GOOD, [keyOf(SECRET)!, 'whsec_short', '']],
    ['without an id', withHeader('webhook-id', undefined), [SECRET]],
    ['with another id', withHeader('webhook-id', 'msg_2'), [SECRET]],
    ['with a full stop in its id', { ...GOOD, headers: headersFor(SECRET, 'msg.1', MONDAY, GOOD.body) }, [SECRET]],
    ['without a time', withHeader('webhook-timestamp', undefined), [SECRET]],
    ['with another time', withHeader('webhook-timestamp', String(MONDAY / SECOND + 1)), [SECRET]],
    ['with a time that is none', withHeader('webhook-timestamp', 'now'), [SECRET]],
    ['without a signature', withHeader('webhook-signature', undefined), [SECRET]],
    ['with a signature of another version', withHeader('webhook-signature', signature.replace('v1', 'v2')), [SECRET]],
    ['with another body', { ...GOOD, body: '{"a":1} ' }, [SECRET]],
  ])('is not believed %s', (_what, message, secrets) => {
    expect(idOf(message, secrets)).toBeUndefined();
  });

  it('is believed within five minutes of its time, either way, and not a second longer', () => {
    for (const away of [-5 * MINUTE, 0, 5 * MINUTE]) expect(idOf(GOOD, [SECRET], MONDAY + away)).toBe('msg_1');
    for (const away of [-5 * MINUTE - 1, 5 * MINUTE + 1]) expect(idOf(GOOD, [SECRET], MONDAY + away)).toBeUndefined();
  });

  it('that was signed by nobody who holds the secret is never believed, whatever it is', () => {
    const headers = fc.record(
      {
        'webhook-id': fc.string(),
        'webhook-timestamp': fc.constant(String(MONDAY / SECOND)),
        'webhook-signature': fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(headers, fc.string(), (given, body) => idOf({ headers: given, body }) === undefined));
  });
});
