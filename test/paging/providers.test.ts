import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sign } from '../../functions/adapters/fingerprint.ts';
import { httpPost } from '../../functions/adapters/http.ts';
import { type FakePagerDuty, startFakePagerDuty } from '../../infra/local/fakes/pagerduty.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../infra/local/fakes/webhook-receiver.ts';
import type { PageMessage, PageOrder, PageRequest } from '../../shared/paging/paging-provider.ts';
import { PROVIDERS, providerOf } from '../../shared/paging/providers.ts';

const HOST = { host: '127.0.0.1' } as const;
const ROUTING_KEY = '0123456789abcdef0123456789abcdef';
const SIGNING_KEY = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const post = httpPost({ trusted: [], loopback: true });

const message: PageMessage = {
  summary: '[A] breach: First response on INC1',
  severity: 'critical',
  details: { due: '2026-01-05T09:00:00.000Z' },
  policy: 'Plain',
  class: 'first response breach',
  link: { text: 'Open the ticket', url: 'https://help.example/INC1' },
};
let serial = 0;
let pagerDuty: FakePagerDuty;
let receiver: WebhookReceiver;

/** A provider with its fake: what it is told, seen from the other side. */
interface Bench {
  readonly secret: string;
  place(): { readonly url: string } | { readonly standIn: string };
  told(): readonly { readonly key: unknown; readonly open: boolean; readonly summary: unknown }[];
}

const BENCHES: Readonly<Record<string, Bench>> = {
  pagerduty: {
    secret: ROUTING_KEY,
    place: () => ({ standIn: pagerDuty.url }),
    told: () =>
      pagerDuty
        .incidents()
        .map(({ dedupKey, status, summary }) => ({ key: dedupKey, open: status === 'triggered', summary })),
  },
  webhook: {
    secret: SIGNING_KEY,
    place: () => ({ url: receiver.url }),
    told() {
      const data = (type: string) => receiver.received().filter(({ payload }) => payload.type === type);
      const closed = data('timekeeper.page.resolved').map(({ payload }) => payload.data.key);
      return data('timekeeper.page.triggered').map(
        ({
          payload: {
            data: { key, summary },
          },
        }) => ({
          key,
          open: !closed.includes(key),
          summary,
        }),
      );
    },
  },
};

beforeAll(async () => {
  pagerDuty = await startFakePagerDuty(HOST);
  receiver = await startWebhookReceiver({ ...HOST, secret: SIGNING_KEY });
});
afterAll(() => Promise.all([pagerDuty.stop(), receiver.stop()]));
beforeEach(() => {
  serial += 1;
});

const order = (action: 'trigger' | 'resolve', changes: Partial<PageMessage> = {}): PageOrder => ({
  key: `timekeeper-${serial}`,
  at: Date.UTC(2026, 0, 5, 9),
  source: 'help.example',
  ticket: 'INC1',
  ...(action === 'trigger' ? { action, message: { ...message, ...changes } } : { action }),
});

it('every provider has its bench', () => {
  expect(PROVIDERS.map(({ name }) => name).sort()).toEqual(Object.keys(BENCHES).sort());
});

describe.each(PROVIDERS.map(provider => [provider.name, provider] as const))('%s', (name, provider) => {
  const bench = BENCHES[name]!;
  const requested = (what: PageOrder, secret = bench.secret) =>
    provider.request(what, { secret, ...bench.place(), now: Date.now(), sign });
  const ask = async (what: PageOrder) => {
    const answer = await post(requested(what) as PageRequest);
    return 'failed' in answer ? answer.failed : provider.verdict(answer).verdict;
  };
  const mine = () => bench.told().filter(({ key }) => key === `timekeeper-${serial}`);

  it('is known by its name', () => {
    expect(providerOf(name)).toBe(provider);
  });

  it('rings, and stops ringing', async () => {
    expect(await ask(order('trigger'))).toBe('sent');
    expect(mine()).toEqual([{ key: `timekeeper-${serial}`, open: true, summary: message.summary }]);
    expect(await ask(order('resolve'))).toBe('sent');
    expect(mine()).toMatchObject([{ open: false }]);
  });

  it('rings once, however often it is asked', async () => {
    const fake = name === 'pagerduty' ? pagerDuty : receiver;
    fake.answerNext('take and hang up');
    expect(await ask(order('trigger'))).toBe('lost');
    expect(await ask(order('trigger'))).toBe('sent');
    expect(mine()).toHaveLength(1);
  });

  it('takes the longest a ticket can say', async () => {
    const details = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`fact ${n}`, '場'.repeat(200)]));
    expect(await ask(order('trigger', { details, summary: '場'.repeat(2000) }))).toBe('sent');
    expect(mine()).toHaveLength(1);
  });

  it('refuses a secret that cannot be one, and does not tell it', () => {
    const refusal = requested(order('trigger'), 'not a secret') as object;
    expect(refusal).toMatchObject({ verdict: 'refused' });
    expect(JSON.stringify(refusal)).not.toContain('not a secret');
  });

  it('never answers with an exception, whatever it is answered', () => {
    for (let status = 100; status < 600; status += 1)
      for (const body of ['', 'null', '[]', '{"errors":1}', '<html>'])
        expect(['sent', 'retry', 'refused']).toContain(provider.verdict({ status, headers: {}, body }).verdict);
  });
});

describe('PagerDuty', () => {
  const placed = (url: string | undefined) =>
    providerOf('pagerduty')!.request(order('trigger'), { secret: ROUTING_KEY, ...(url ? { url } : {}), now: 0, sign });

  it.each([
    [undefined, 'https://events.pagerduty.com/v2/enqueue'],
    ['https://events.eu.pagerduty.com', 'https://events.eu.pagerduty.com/v2/enqueue'],
    ['https://events.eu.pagerduty.com/v2/enqueue', 'https://events.eu.pagerduty.com/v2/enqueue'],
  ])('is found at %s', (url, expected) => {
    expect(placed(url)).toMatchObject({ url: expected });
  });

  it.each(['https://events.pagerduty.com.example', 'https://evil.example', 'http://events.pagerduty.com', 'nonsense'])(
    'is not %s, which learns no routing key',
    url => {
      expect(placed(url)).toEqual({ verdict: 'refused', detail: 'the url is not one of PagerDuty' });
    },
  );
});

describe('an answer of', () => {
  const retry = (retryAfter?: number) => ({ verdict: 'retry', ...(retryAfter === undefined ? {} : { retryAfter }) });
  const lost = { verdict: 'retry', uncertain: true };
  it.each<[string, number, Record<string, string>, object]>([
    ['pagerduty', 202, {}, { verdict: 'sent' }],
    ['pagerduty', 400, {}, { verdict: 'refused' }],
    ['pagerduty', 413, {}, { verdict: 'refused' }],
    ['pagerduty', 401, {}, retry()],
    ['pagerduty', 403, {}, retry()],
    ['pagerduty', 404, {}, retry()],
    ['pagerduty', 302, {}, retry()],
    ['pagerduty', 429, {}, retry(30_000)],
    ['pagerduty', 429, { 'retry-after': '7' }, retry(7000)],
    ['pagerduty', 500, {}, lost],
    ['pagerduty', 503, { 'retry-after': '120' }, { ...lost, retryAfter: 120_000 }],
    ['webhook', 200, {}, { verdict: 'sent' }],
    ['webhook', 204, {}, { verdict: 'sent' }],
    ['webhook', 301, {}, retry()],
    ['webhook', 400, {}, retry()],
    ['webhook', 401, {}, retry()],
    ['webhook', 404, {}, retry()],
    ['webhook', 410, {}, { verdict: 'refused' }],
    ['webhook', 429, { 'retry-after': '99999999' }, retry(3_600_000)],
    ['webhook', 429, { 'retry-after': 'soon' }, retry()],
    ['webhook', 502, {}, lost],
    [
      'webhook',
      503,
      { 'retry-after': 'Mon, 05 Jan 2026 09:01:00 GMT', date: 'Mon, 05 Jan 2026 09:00:00 GMT' },
      { ...lost, retryAfter: 60_000 },
    ],
  ])('%s %d %j means %j', (name, status, headers, expected) => {
    const { detail, ...verdict } = { detail: '', ...providerOf(name)!.verdict({ status, headers, body: '' }) };
    expect(verdict).toEqual(expected);
    if (verdict.verdict !== 'sent') expect(detail).toContain(String(status));
  });
});

describe('the fakes hold to what is documented:', () => {
  const enqueue = async (body: unknown) => {
    const answer = await fetch(`${pagerDuty.url}/v2/enqueue`, { method: 'POST', body: JSON.stringify(body) });
    return answer.status;
  };
  const event = { routing_key: ROUTING_KEY, event_action: 'trigger', dedup_key: 'limits' };
  const payload = { summary: 's', source: 's', severity: 'error' };

  it.each<[string, object, number]>([
    ['an event', { ...event, payload }, 202],
    ['a key of 31 characters', { ...event, payload, routing_key: ROUTING_KEY.slice(1) }, 400],
    ['a dedup key of 256 characters', { ...event, payload, dedup_key: 'x'.repeat(256) }, 400],
    ['a summary of 1025 characters', { ...event, payload: { ...payload, summary: 'x'.repeat(1025) } }, 400],
    ['a severity of its own', { ...event, payload: { ...payload, severity: 'fatal' } }, 400],
    ['a trigger without payload', event, 400],
    ['a resolve without key', { routing_key: ROUTING_KEY, event_action: 'resolve' }, 400],
    ['more than 512 KB', { ...event, payload: { ...payload, custom_details: { x: 'x'.repeat(512 * 1024) } } }, 413],
  ])('%s', async (_what, body, expected) => {
    expect(await enqueue(body)).toBe(expected);
  });

  it('120 calls a minute for each key, not more', async () => {
    const key = 'f'.repeat(32);
    const statuses: number[] = [];
    for (let call = 0; call < 121; call += 1) statuses.push(await enqueue({ ...event, payload, routing_key: key }));
    expect(statuses.filter(status => status === 202)).toHaveLength(120);
    expect(statuses.at(-1)).toBe(429);
  });

  it('a receiver believes no old and no unsigned webhook', async () => {
    const { webhook } = Object.fromEntries(PROVIDERS.map(provider => [provider.name, provider]));
    const target = { secret: SIGNING_KEY, url: receiver.url, sign };
    const old = webhook!.request(order('trigger'), { ...target, now: Date.now() - 600_000 }) as PageRequest;
    const fresh = webhook!.request(order('trigger'), { ...target, now: Date.now() }) as PageRequest;
    expect(await post(old)).toMatchObject({ status: 400 });
    expect(await post({ ...fresh, body: `${fresh.body} ` })).toMatchObject({ status: 401 });
    expect(await post(fresh)).toMatchObject({ status: 204 });
  });

  it('the example of the specification has this signature', () => {
    const content = 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}';
    expect(sign('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', content)).toBe('g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});
