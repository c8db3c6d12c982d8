import { createHmac } from 'node:crypto';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { create } from '../../functions/acknowledge.ts';
import { acknowledgeLinks } from '../../functions/adapters/acknowledge-links.ts';
import type { Row } from '../../functions/adapters/delivery-ledger.ts';
import { deliveryNames, pageName } from '../../functions/adapters/delivery-names.ts';
import { digestBook } from '../../functions/adapters/digest-book.ts';
import { sign } from '../../functions/adapters/fingerprint.ts';
import { secretsManager } from '../../functions/adapters/secrets.ts';
import { pageKey } from '../../functions/delivery/page-key.ts';
import { noteAnswer } from '../../infra/local/answer-record.ts';
import { type Happened, type Reaction, webhookOf } from '../../infra/local/fakes/pagerduty-webhook.ts';
import { type FakeSlack, startFakeSlack } from '../../infra/local/fakes/slack.ts';
import type { Webhook } from '../../infra/local/fakes/webhook.ts';
import { DAY, MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { onDue } from '../../shared/engine.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import { linkFor } from '../../shared/notification/acknowledge-link.ts';
import { clientOf } from '../../shared/paging/pagerduty-client.ts';
import type { PageRequest } from '../../shared/paging/paging-provider.ts';
import { slack } from '../../shared/paging/slack.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { DUE, notification, POLICIES, record } from '../notification/notices.ts';
import { order } from '../paging/order.ts';
import { policy } from '../policies.ts';
import { at, reply } from '../timelines.ts';
import { type DeliveryBench, startDeliveryBench } from './delivery-bench.ts';

const SLACK_PATH = '/services/T00000001/B00000001/abcdefghijklmnopqrstuvwx';

let bench: DeliveryBench;
let serial = 0;
let values: Record<string, string> = {};
let asked: string[] = [];

const secrets = {
  async send({ input: { SecretId } }: { input: { SecretId: string } }) {
    asked.push(SecretId);
    if (values[SecretId] === undefined)
      throw Object.assign(new Error('no such secret'), { name: 'ResourceNotFoundException' });
    return { SecretString: values[SecretId] };
  },
} as unknown as SecretsManagerClient;

const start = (dynamodb = bench.dynamodb) =>
  create({ ...bench.env, LINK_KEY_SECRET: 'link-key', HOOK_SECRETS: 'hooks' }, { dynamodb, secrets });
let handle: ReturnType<typeof start>;

beforeAll(async () => {
  bench = await startDeliveryBench();
  const { recipients } = policy();
  await bench.addPolicy(policy({ recipients: { ...recipients, manager: { ...recipients.manager, language: 'de' } } }));
});
afterAll(() => bench.stop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DUE + MINUTE });
  vi.spyOn(console, 'log').mockImplementation(() => {});
  asked = [];
  values = { 'link-key': 'k'.repeat(64), 'hooks/pagerduty': 'first', 'hooks/slack': 'slack', 'hooks/ilert': 'ilert' };
  handle = start();
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

async function ask(routeKey: string, facts: Partial<APIGatewayProxyEventV2> = {}) {
  const answer = await handle({ routeKey, headers: {}, isBase64Encoded: false, ...facts } as APIGatewayProxyEventV2);
  noteAnswer(routeKey, answer);
  return answer;
}
const show = (t: string) => ask('GET /v1/acknowledge', { queryStringParameters: { t } });
const press = (t: string) => ask('POST /v1/acknowledge', { body: new URLSearchParams({ t }).toString() });
const pager = (name: string, { headers, body }: Webhook) =>
  ask('POST /v1/pagers/{pager}', { pathParameters: { pager: name }, headers: { ...headers }, body });

/** A ticket whose breach was told at its due time. */
async function breached(attributes: object = {}): Promise<TicketKey> {
  serial += 1;
  const key = { tenant: '', source: 'help.example', id: `ACK-${serial}` };
  await bench.tickets.save({ ...onDue(record({ ...attributes }), DUE, POLICIES).record, key }, DUE);
  return key;
}

const acknowledgedBy = async (key: TicketKey) =>
  (await bench.tickets.get(key))!.climbs.flatMap(({ acknowledged }) => acknowledged ?? []);
const tokenFor = async (ticket: TicketKey, facts: Parameters<typeof notification>[0] = {}, now = DUE) => {
  const links = acknowledgeLinks(secretsManager(secrets), 'link-key');
  const url = await links.urlOf('https://api.test', linkFor(notification({ ticket, to: 'manager', ...facts }), now));
  return new URL(url).searchParams.get('t')!;
};
const text = ({ body = '' }: APIGatewayProxyStructuredResultV2) => body;

describe('the link of a mail', () => {
  it('shows what it would acknowledge and changes nothing, then does it once', async () => {
    const key = await breached({ subject: 'Printer <on> fire' });
    const token = await tokenFor(key);
    const before = await bench.tickets.get(key);
    const shown = await show(token);
    expect([shown.statusCode, text(shown)]).toEqual([200, expect.stringContaining('Diesen Hinweis bestätigen?')]);
    expect(text(shown)).toContain('Printer &lt;on&gt; fire');
    expect(text(shown).match(/<button>/g)).toHaveLength(1);
    expect(await bench.tickets.get(key)).toEqual(before);

    const said = { at: DUE + MINUTE, by: 'manager', via: 'link' };
    expect(text(await press(token))).toContain('Bestätigt von manager');
    expect(await acknowledgedBy(key)).toEqual([said]);
    vi.setSystemTime(DUE + 5 * MINUTE);
    for (const answer of [await press(token), await show(token)]) {
      expect([answer.statusCode, text(answer)]).toEqual([200, expect.stringContaining('Bestätigt von manager')]);
      expect(text(answer)).not.toContain('<button>');
    }
    expect(await acknowledgedBy(key)).toEqual([said]);
  });

  it('is told to nobody: nothing of the page is kept, run, framed or fetched', async () => {
    for (const { headers } of [await show(await tokenFor(await breached())), await show('x')])
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': expect.stringContaining(
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
        ),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
  });

  it.each<[string, (token: string) => string]>([
    ['nothing', () => ''],
    ['rubbish', () => '…/..'],
    ['another content', token => `${btoa('{}')}.${token.split('.')[1]}`],
    ['another seal', token => `${token.slice(0, -2)}AA`],
    ['no seal', token => token.split('.')[0]!],
    ['more than a seal', token => `${token}.x`],
    ['a very long text', () => 'x'.repeat(100_000)],
  ])('that is forged, with %s, is refused without a reason and changes nothing', async (_what, forge) => {
    const key = await breached();
    const forged = forge(await tokenFor(key));
    for (const answer of [await show(forged), await press(forged)]) {
      expect(answer.statusCode).toBe(403);
      expect(text(answer)).not.toContain(key.id);
    }
    expect(await acknowledgedBy(key)).toEqual([]);
  });

  it('that was signed with another key is refused', async () => {
    const token = await tokenFor(await breached());
    values['link-key'] = 'another';
    handle = start();
    expect((await press(token)).statusCode).toBe(403);
  });

  it('is good for 30 days', async () => {
    const key = await breached();
    const token = await tokenFor(key);
    vi.setSystemTime(DUE + 30 * DAY);
    for (const answer of [await show(token), await press(token)])
      expect([answer.statusCode, text(answer)]).toEqual([410, expect.stringContaining('30 Tage')]);
    vi.setSystemTime(DUE + 30 * DAY - SECOND);
    expect((await press(token)).statusCode).toBe(200);
  });

  it.each<[string, (key: TicketKey) => Promise<unknown>, Parameters<typeof notification>[0]]>([
    ['was answered', async key => save(key, record({}, [at(70, reply)])), {}],
    ['was told anew without its cycle', async () => {}, { startedAt: DUE }],
    ['had its breach taken back', async () => {}, { round: 7 }],
    ['is of no ticket we know', async () => {}, { ticket: { tenant: '', source: 'no', id: 'no' } }],
  ])('of a clock that %s is over', async (_what, change, facts) => {
    const key = await breached();
    const token = await tokenFor(key, facts);
    await change(key);
    for (const answer of [await show(token), await press(token)]) expect(answer.statusCode).toBe(410);
    expect(await acknowledgedBy(key)).toEqual([]);
  });

  it('waits for its key, and says so', async () => {
    const token = await tokenFor(await breached());
    delete values['link-key'];
    handle = start();
    expect((await press(token)).statusCode).toBe(503);
  });

  it('takes a form of at most 256 KiB, in whatever way API Gateway tells it', async () => {
    const key = await breached();
    const body = Buffer.from(`t=${await tokenFor(key)}`).toString('base64');
    expect((await ask('POST /v1/acknowledge', { body: 'x'.repeat(256 * 1024 + 1) })).statusCode).toBe(413);
    expect((await ask('POST /v1/acknowledge', { body, isBase64Encoded: true })).statusCode).toBe(200);
    expect(await acknowledgedBy(key)).toEqual([expect.objectContaining({ via: 'link' })]);
  });
});

async function save(key: TicketKey, next: TicketRecord): Promise<void> {
  const { version, climbs } = (await bench.tickets.get(key))!;
  await bench.tickets.save({ ...next, key, version, climbs }, DUE);
}

interface Page {
  readonly key: TicketKey;
  readonly row: Row;
  readonly page: string;
}

/** A ticket whose breach page was told at a pager. */
async function paged(provider = 'pagerduty'): Promise<Page> {
  const key = await breached();
  const told = notification({ ticket: key });
  const row = await bench.ledger.owe(told, DUE);
  const { nextActionAt: _done, ...owed } = (await bench.ledger.get(row))!;
  await bench.ledger.save({ ...owed, state: 'sent', attempts: 1, toldAt: DUE, route: { provider, secret: 'x' } });
  await deliveryNames(bench.dynamodb, bench.env.TABLE_NAME!).remember(pageName(pageKey(told)), row, DUE);
  return { key, row, page: pageKey(told) };
}

const inPagerDuty = (dedupKey: string, reaction: Reaction, minutes = 1, by = 'Ana', keys = ['first']) =>
  webhookOf(incident(dedupKey), { what: reaction, by, at: DUE + minutes * MINUTE }, keys);
const incident = (key: string | null, id = 'Q1') => ({ id, key, summary: 's', triggeredAt: DUE, status: 'triggered' });

const stand = async ({ key, row }: Page) => {
  const { inPager, detail, state } = (await bench.ledger.get(row))!;
  return { inPager, detail, state, acknowledged: await acknowledgedBy(key) };
};

describe('a webhook of PagerDuty', () => {
  it('acknowledges, and an acknowledgement that ran out is one no more', async () => {
    const page = await paged();
    expect((await pager('pagerduty', inPagerDuty(page.page, 'acknowledge'))).statusCode).toBe(200);
    const said = { at: DUE + MINUTE, by: 'Ana', via: 'pagerduty', page: page.page };
    expect(await stand(page)).toMatchObject({
      state: 'sent',
      inPager: { state: 'acknowledged', at: DUE + MINUTE, by: 'Ana' },
      acknowledged: [said],
    });
    await pager('pagerduty', inPagerDuty(page.page, 'unacknowledge', 31));
    expect(await stand(page)).toMatchObject({ inPager: { state: 'ringing' }, acknowledged: [] });
  });

  it('that resolves is an acknowledgement, stops no clock, and is written down', async () => {
    const page = await paged();
    await pager('pagerduty', inPagerDuty(page.page, 'resolve'));
    expect(await stand(page)).toMatchObject({
      state: 'sent',
      inPager: { state: 'resolved', by: 'Ana' },
      detail: 'resolved at the pager by Ana; the clock runs on',
      acknowledged: [{ by: 'Ana', via: 'pagerduty', resolvedThere: true }],
    });
    const { timed } = (await bench.tickets.get(page.key))!;
    expect(timed!.clocks[0]).not.toHaveProperty('stoppedAt');
  });

  it('comes to the same in whatever order, doubled, and two at once', async () => {
    const reactions: readonly Reaction[] = ['acknowledge', 'unacknowledge', 'acknowledge', 'resolve', 'reopen'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...reactions), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        async (happened, draws, atOnce) => {
          const [straight, mixed] = [await paged(), await paged()];
          const told = (page: string) => happened.map((each, index) => inPagerDuty(page, each, index + 1));
          for (const webhook of told(straight.page)) await pager('pagerduty', webhook);
          const disorder = [...told(mixed.page), ...told(mixed.page)]
            .map((webhook, index) => ({ webhook, place: draws[index]! }))
            .toSorted((a, b) => a.place - b.place);
          if (atOnce) await Promise.all(disorder.map(({ webhook }) => pager('pagerduty', webhook)));
          else for (const { webhook } of disorder) await pager('pagerduty', webhook);
          const [expected, found] = [await stand(straight), await stand(mixed)];
          const named = (page: Page, { acknowledged }: typeof found) =>
            acknowledged.map(each => ({ ...each, page: each.page === page.page }));
          expect(found.inPager).toEqual(expected.inPager);
          expect(named(mixed, found)).toEqual(named(straight, expected));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('of an incident without a key is known by the name it got when it was triggered', async () => {
    const page = await paged();
    const tells = (what: Happened['what'], facts: Partial<Happened> = {}) =>
      pager(
        'pagerduty',
        webhookOf(incident(null, page.key.id), { what, by: 'Ana', at: DUE + MINUTE, ...facts }, ['first']),
      );
    expect((await tells('acknowledge')).statusCode).toBe(200);
    expect((await stand(page)).acknowledged).toEqual([]);
    await tells('trigger', { client: clientOf(page.page), by: 'the integration' });
    await tells('acknowledge');
    expect((await stand(page)).acknowledged).toEqual([expect.objectContaining({ by: 'Ana', page: page.page })]);
    await tells('unacknowledge', { at: DUE + 2 * MINUTE });
    expect((await stand(page)).acknowledged).toEqual([]);
  });

  it('of what nobody did there, or was asked for by us, acknowledges nothing', async () => {
    const page = await paged();
    const echo = { by: 'the integration', at: DUE + MINUTE } as const;
    for (const what of ['acknowledge', 'resolve'] as const)
      await pager('pagerduty', webhookOf(incident(page.page), { what, ...echo }, ['first']));
    expect(await stand(page)).toMatchObject({ inPager: undefined, acknowledged: [] });
    await bench.ledger.save({ ...(await bench.ledger.get(page.row))!, wanted: 'resolved', state: 'resolved' });
    await pager('pagerduty', inPagerDuty(page.page, 'resolve'));
    expect(await stand(page)).toMatchObject({ inPager: { state: 'resolved' }, acknowledged: [] });
  });

  it('does not take back what was acknowledged by a link', async () => {
    const page = await paged();
    await press(await tokenFor(page.key));
    await pager('pagerduty', inPagerDuty(page.page, 'acknowledge', 2));
    await pager('pagerduty', inPagerDuty(page.page, 'unacknowledge', 3));
    expect((await stand(page)).acknowledged).toEqual([expect.objectContaining({ via: 'link' })]);
  });

  it('heals what a death between its writes left', async () => {
    const page = await paged();
    const webhook = inPagerDuty(page.page, 'acknowledge');
    for (const command of ['PutItem', 'GetItem']) {
      handle = start(bench.failing(command));
      expect((await pager('pagerduty', webhook)).statusCode).toBe(503);
    }
    handle = start();
    expect((await pager('pagerduty', webhook)).statusCode).toBe(200);
    expect((await stand(page)).acknowledged).toEqual([expect.objectContaining({ by: 'Ana' })]);
  });

  it.each<[string, (page: Page) => Webhook]>([
    ['of somebody else’s incident', () => inPagerDuty('their-own-key', 'acknowledge')],
    ['of a page nobody remembers', () => inPagerDuty(`timekeeper-${'0'.repeat(40)}`, 'acknowledge')],
    ['of a very long key', () => inPagerDuty('x'.repeat(255), 'acknowledge')],
  ])('%s is taken and is nothing to us', async (_what, webhook) => {
    const page = await paged();
    expect((await pager('pagerduty', webhook(page))).statusCode).toBe(200);
    expect((await stand(page)).acknowledged).toEqual([]);
  });

  it('of a page that went to another pager is nothing to us', async () => {
    const page = await paged('ilert');
    await pager('pagerduty', inPagerDuty(page.page, 'acknowledge'));
    expect((await stand(page)).acknowledged).toEqual([]);
  });

  it.each<[string, number, (page: string) => Webhook]>([
    ['unsigned', 401, page => ({ ...inPagerDuty(page, 'acknowledge'), headers: {} })],
    ['signed with another secret', 401, page => inPagerDuty(page, 'acknowledge', 1, 'Ana', ['other'])],
    ['changed on its way', 401, page => changed(inPagerDuty(page, 'acknowledge'))],
    ['signed and no event', 400, () => signed('{}')],
    ['of more than 256 KiB', 413, () => signed('x'.repeat(256 * 1024 + 1))],
  ])('that is %s is answered with %d and changes nothing', async (_what, status, webhook) => {
    const page = await paged();
    const answer = await pager('pagerduty', webhook(page.page));
    expect(answer.statusCode).toBe(status);
    if (status === 401) expect(JSON.parse(text(answer))).not.toHaveProperty('detail');
    expect(await stand(page)).toMatchObject({ inPager: undefined, acknowledged: [] });
  });

  const changed = (webhook: Webhook) => ({ ...webhook, body: webhook.body.replace('"Ana"', '"Eve"') });
  const signed = (body: string) => ({
    body,
    headers: { 'x-pagerduty-signature': `v1=${createHmac('sha256', 'first').update(body).digest('hex')}` },
  });
});

describe('the other pages of what is acknowledged', () => {
  it('are acknowledged at their pagers by the next sweep, where these can be told; asked again, nothing more is', async () => {
    const [page, silent] = [await paged(), await paged('teams')];
    for (const { key } of [page, silent]) await press(await tokenFor(key));
    const asked = await bench.ledger.get(page.row);
    expect(asked).toMatchObject({ state: 'owed', wanted: 'acknowledged', nextActionAt: DUE + MINUTE });
    expect(await bench.ledger.get(silent.row)).toMatchObject({ state: 'sent', wanted: 'told' });
    await press(await tokenFor(page.key));
    expect(await bench.ledger.get(page.row)).toEqual(asked);
  });

  it('are left alone where somebody has done so there', async () => {
    const page = await paged();
    await pager('pagerduty', inPagerDuty(page.page, 'acknowledge'));
    await press(await tokenFor(page.key));
    expect(await bench.ledger.get(page.row)).toMatchObject({ state: 'sent', wanted: 'told' });
  });
});

it('a page that told several, as a digest, acknowledges them all', async () => {
  const [lead, member, other] = [await paged(), await paged(), await paged()];
  const book = digestBook(bench.dynamodb, bench.env.TABLE_NAME!);
  for (const { row } of [lead, member]) {
    await book.join('digest', row, DUE);
    const digest = row === lead.row ? { id: 'digest', leads: true as const } : { id: 'digest' };
    await bench.ledger.save({ ...(await bench.ledger.get(row))!, digest });
  }
  await pager('pagerduty', inPagerDuty(lead.page, 'acknowledge'));
  const said = { at: DUE + MINUTE, by: 'Ana', via: 'pagerduty', page: lead.page };
  for (const { key } of [lead, member]) expect(await acknowledgedBy(key)).toEqual([said]);
  expect(await acknowledgedBy(other.key)).toEqual([]);
  await pager('pagerduty', inPagerDuty(lead.page, 'unacknowledge', 2));
  for (const { key } of [lead, member]) expect(await acknowledgedBy(key)).toEqual([]);
});

describe('a secret shared with a pager', () => {
  it('is read anew before a request is refused, once a minute at most', async () => {
    const page = await paged();
    await pager('pagerduty', inPagerDuty(page.page, 'acknowledge'));
    values['hooks/pagerduty'] = 'second';
    const next = () => pager('pagerduty', inPagerDuty(page.page, 'resolve', 2, 'Ana', ['second']));
    expect((await next()).statusCode).toBe(200);
    expect(asked).toEqual(['hooks/pagerduty', 'hooks/pagerduty']);
    const forged = () => pager('pagerduty', inPagerDuty(page.page, 'reopen', 3, 'Eve', ['guess']));
    for (let times = 0; times < 5; times += 1) expect((await forged()).statusCode).toBe(401);
    expect(asked).toHaveLength(2);
    vi.setSystemTime(DUE + 3 * MINUTE);
    expect((await forged()).statusCode).toBe(401);
    expect(asked).toHaveLength(3);
  });

  it('may be two while it is changed', async () => {
    const page = await paged();
    values['hooks/pagerduty'] = 'first\nsecond';
    for (const secret of ['second', 'first'])
      expect((await pager('pagerduty', inPagerDuty(page.page, 'resolve', 2, 'Ana', [secret]))).statusCode).toBe(200);
  });

  it('that nobody has put opens nothing', async () => {
    const page = await paged();
    delete values['hooks/pagerduty'];
    handle = start();
    expect((await pager('pagerduty', inPagerDuty(page.page, 'resolve', 2, 'Ana', ['']))).statusCode).toBe(401);
    expect((await pager('pigeon', inPagerDuty(page.page, 'resolve'))).statusCode).toBe(404);
  });
});

describe('the button of a page in Slack', () => {
  let channel: FakeSlack;
  beforeAll(async () => {
    channel = await startFakeSlack({ host: '127.0.0.1', path: SLACK_PATH });
  });
  afterAll(() => channel.stop());

  /** Posts the page as it is posted, and presses what is on it. */
  async function pressed(page: string): Promise<Webhook> {
    const target = { secret: `https://hooks.slack.com${SLACK_PATH}`, standIn: channel.url, now: DUE, sign };
    const { url, headers, body } = slack.request(order('trigger', page), target) as PageRequest;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
    return channel.press('ana', 'slack');
  }

  it('acknowledges once; the same request again is refused', async () => {
    const page = await paged('slack');
    const press = await pressed(page.page);
    expect((await pager('slack', press)).statusCode).toBe(200);
    expect((await stand(page)).acknowledged).toEqual([{ at: DUE + MINUTE, by: 'ana', via: 'slack', page: page.page }]);
    expect((await pager('slack', press)).statusCode).toBe(401);
  });

  it('pressed long ago is not believed', async () => {
    const page = await paged('slack');
    const press = await pressed(page.page);
    vi.setSystemTime(DUE + 7 * MINUTE);
    expect((await pager('slack', press)).statusCode).toBe(401);
    expect((await stand(page)).acknowledged).toEqual([]);
  });
});

it('an alert accepted in ilert acknowledges', async () => {
  const page = await paged('ilert');
  const body = JSON.stringify({
    id: serial,
    eventType: 'alert-acknowledged',
    alertKey: page.page,
    assignedTo: { username: 'ana' },
  });
  const headers = { authorization: `Basic ${btoa('timekeeper:ilert')}` };
  for (let times = 0; times < 2; times += 1) expect((await pager('ilert', { headers, body })).statusCode).toBe(200);
  expect((await stand(page)).acknowledged).toEqual([{ at: DUE + MINUTE, by: 'ana', via: 'ilert', page: page.page }]);
});
