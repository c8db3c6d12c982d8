import { afterAll, describe, expect, it } from 'vitest';
import { sign } from '../../functions/adapters/fingerprint.ts';
import { httpPost } from '../../functions/adapters/http.ts';
import type { PageRequest } from '../../shared/paging/paging-provider.ts';
import { providerOf } from '../../shared/paging/providers.ts';
import { ROUTING_KEY, SIGNING_KEY, startBenches } from './benches.ts';
import { order } from './order.ts';

const benches = await startBenches();
afterAll(() => Promise.all(Object.values(benches).map(({ fake }) => fake.stop())));
const post = httpPost({ trusted: [], loopback: true });

/** A request a provider would make, with its body changed, as the fake answers it. */
async function answered(
  name: string,
  change: (body: Record<string, unknown>) => unknown,
  action: 'trigger' | 'resolve' = 'trigger',
) {
  const { secret, place } = benches[name]!;
  const request = providerOf(name)!.request(order(action, 'limits'), {
    secret,
    ...place,
    now: Date.now(),
    sign,
  }) as PageRequest;
  const answer = await fetch(request.url, {
    method: 'POST',
    headers: request.headers,
    body: JSON.stringify(change(JSON.parse(request.body))),
  });
  return { status: answer.status, text: await answer.text() };
}

const same = (body: unknown) => body;
const long = (length: number) => 'x'.repeat(length);
const section = (fields: number, length: number) => ({
  type: 'section',
  fields: Array.from({ length: fields }, () => ({ type: 'mrkdwn', text: long(length) })),
});
const payload = { summary: 's', source: 's', severity: 'error' };

describe('the fakes hold to what is documented:', () => {
  it.each<[string, string, (body: Record<string, unknown>) => unknown, number]>([
    ['pagerduty', 'an event', same, 202],
    ['pagerduty', 'a key of 31 characters', body => ({ ...body, routing_key: ROUTING_KEY.slice(1) }), 400],
    ['pagerduty', 'a dedup key of 256 characters', body => ({ ...body, dedup_key: long(256) }), 400],
    [
      'pagerduty',
      'a summary of 1025 characters',
      body => ({ ...body, payload: { ...payload, summary: long(1025) } }),
      400,
    ],
    ['pagerduty', 'a severity of its own', body => ({ ...body, payload: { ...payload, severity: 'fatal' } }), 400],
    ['pagerduty', 'a trigger without payload', ({ payload: _none, ...body }) => body, 400],
    ['pagerduty', 'a resolve without key', () => ({ routing_key: ROUTING_KEY, event_action: 'resolve' }), 400],
    ['pagerduty', 'more than 512 KB', body => ({ ...body, x: long(512 * 1024) }), 413],
    ['slack', 'a message', same, 200],
    ['slack', 'a message without text', ({ text: _none, ...body }) => body, 400],
    ['slack', '51 blocks', body => ({ ...body, blocks: Array.from({ length: 51 }, () => section(1, 1)) }), 400],
    [
      'slack',
      '50 blocks of 10 fields of 2000',
      body => ({ ...body, blocks: Array.from({ length: 50 }, () => section(10, 2000)) }),
      200,
    ],
    ['slack', '11 fields', body => ({ ...body, blocks: [section(11, 1)] }), 400],
    ['slack', 'a field of 2001 characters', body => ({ ...body, blocks: [section(1, 2001)] }), 400],
    ['slack', 'no JSON object', () => 'hello', 400],
    ['teams', 'a card', same, 202],
    ['jira-operations', 'an alert', same, 202],
    ['jira-operations', 'a message of 131 characters', body => ({ ...body, message: long(131) }), 422],
    ['jira-operations', 'an alias of 513 characters', body => ({ ...body, alias: long(513) }), 422],
    ['jira-operations', 'details of 8001 characters', body => ({ ...body, details: { x: long(8000) } }), 422],
    ['jira-operations', 'a priority of its own', body => ({ ...body, priority: 'P0' }), 422],
    ['incident.io', 'an event', same, 202],
    ['incident.io', 'an event without title', ({ title: _none, ...body }) => body, 422],
    ['incident.io', 'an event without key', ({ deduplication_key: _none, ...body }) => body, 422],
    ['incident.io', 'a status of its own', body => ({ ...body, status: 'acknowledged' }), 422],
    ['incident.io', 'more than 512 KB', body => ({ ...body, description: long(512 * 1024) }), 429],
    ['ilert', 'an event', same, 202],
    ['ilert', 'an event without summary', ({ summary: _none, ...body }) => body, 400],
    ['ilert', 'an event type of its own', body => ({ ...body, eventType: 'TRIGGER' }), 400],
    ['ilert', 'a key nobody has', body => ({ ...body, integrationKey: 'il1api0000000000000000' }), 404],
  ])('%s, %s', async (name, _what, change, expected) => {
    expect((await answered(name, change)).status).toBe(expected);
  });

  it.each([
    ['pagerduty', 120],
    ['slack', 60],
    ['incident.io', 120],
    ['ilert', 50],
  ])('%s takes %d calls a minute, and then says that these were too many', async (name, limit) => {
    const statuses: number[] = [];
    for (let call = 0; call < limit + 1; call += 1) statuses.push((await answered(name, same, 'resolve')).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter(status => status < 300).length).toBeLessThanOrEqual(limit);
  });

  it('Teams accepts what it then cannot post', async () => {
    const { told } = benches.teams!;
    const before = told().length;
    expect((await answered('teams', body => ({ ...body, text: long(28 * 1024) }))).status).toBe(202);
    expect((await answered('teams', () => ({ text: 'no card' }))).status).toBe(202);
    expect(told()).toHaveLength(before);
  });

  it('Jira accepts to close what is not there, and closes an alias only as an alias', async () => {
    const { secret, place } = benches['jira-operations']!;
    const close = (path: string) =>
      fetch(`${place.standIn}/jsm/ops/integration/v2/alerts/${path}`, {
        method: 'POST',
        headers: { authorization: `GenieKey ${secret}` },
        body: '{}',
      });
    await answered('jira-operations', body => ({ ...body, alias: 'mine' }));
    const open = () => benches['jira-operations']!.told().find(({ key }) => key === 'mine')?.open;
    expect((await close('nobody/close?identifierType=alias')).status).toBe(202);
    expect((await close('mine/close')).status).toBe(202);
    expect(open()).toBe(true);
    expect((await close('mine/close?identifierType=alias')).status).toBe(202);
    expect(open()).toBe(false);
  });

  it('a receiver believes no old and no unsigned webhook', async () => {
    const { place } = benches.webhook!;
    const target = { secret: SIGNING_KEY, ...place, sign };
    const webhook = providerOf('webhook')!;
    const old = webhook.request(order('trigger', 'old'), { ...target, now: Date.now() - 600_000 }) as PageRequest;
    const fresh = webhook.request(order('trigger', 'fresh'), { ...target, now: Date.now() }) as PageRequest;
    expect(await post(old)).toMatchObject({ status: 400 });
    expect(await post({ ...fresh, body: `${fresh.body} ` })).toMatchObject({ status: 401 });
    expect(await post(fresh)).toMatchObject({ status: 204 });
  });

  it('the example of the specification has this signature', () => {
    const content = 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}';
    expect(sign('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', content)).toBe('g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});
