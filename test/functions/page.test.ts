import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { quietPages } from '../../functions/acknowledgement/quiet-pages.ts';
import type { Row } from '../../functions/adapters/delivery-ledger.ts';
import { create } from '../../functions/page.ts';
import { type FakePagerDuty, startFakePagerDuty } from '../../infra/local/fakes/pagerduty.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../infra/local/fakes/webhook-receiver.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { parseTicketKey } from '../../shared/ticket/ticket-key.ts';
import { DUE, notification, record } from '../notification/notices.ts';
import { policy } from '../policies.ts';
import { at, reply } from '../timelines.ts';
import { type DeliveryBench, messages, startDeliveryBench } from './delivery-bench.ts';

const HOST = { host: '127.0.0.1' } as const;
const ROUTING_KEY = '0123456789abcdef0123456789abcdef';
const SIGNING_KEY = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

let bench: DeliveryBench;
let pagerDuty: FakePagerDuty;
let receiver: WebhookReceiver;
let serial = 0;
let asked: string[] = [];
let values: Record<string, string> = {};
let gate = Promise.resolve();

const secrets = {
  async send({ input: { SecretId } }: { input: { SecretId: string } }) {
    asked.push(SecretId);
    await gate;
    if (values[SecretId] === undefined)
      throw Object.assign(new Error('no such secret'), { name: 'ResourceNotFoundException' });
    return { SecretString: values[SecretId] };
  },
} as unknown as SecretsManagerClient;

beforeAll(async () => {
  [bench, pagerDuty, receiver] = await Promise.all([
    startDeliveryBench(),
    startFakePagerDuty(HOST),
    startWebhookReceiver({ ...HOST, secret: SIGNING_KEY }),
  ]);
  const { recipients } = policy();
  const hook = { page: { provider: 'webhook', secret: 'hook', url: receiver.url } };
  const inside = { page: { provider: 'webhook', secret: 'hook', url: 'https://169.254.169.254/' } };
  const unknown = { page: { provider: 'pigeon', secret: 'x' } };
  await bench.addPolicy(policy({ recipients: { ...recipients, hook, inside, unknown } }));
});
afterAll(() => Promise.all([bench.stop(), pagerDuty.stop(), receiver.stop()]));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DUE });
  asked = [];
  gate = Promise.resolve();
  values = { 'timekeeper/pagerduty': ROUTING_KEY, hook: SIGNING_KEY };
});
afterEach(() => void vi.useRealTimers());

/** A ticket with its breach page owed to `to`. */
async function owing(to = 'on call'): Promise<Row> {
  serial += 1;
  const ticket = { tenant: '', source: 'help.example', id: `PAGE-${serial}` };
  await bench.tickets.save({ ...record(), key: ticket }, DUE);
  return bench.ledger.owe(notification({ ticket, to }), DUE);
}

const ticketOf = ({ pk }: Row) => parseTicketKey(pk.slice('TICKET#'.length));

/** The ticket is answered, and what evaluate then asks for is asked for. */
async function answered(row: Row): Promise<readonly Row[]> {
  const key = ticketOf(row);
  const { version } = (await bench.tickets.get(key))!;
  const after = record({}, [at(70, reply)]);
  await bench.tickets.save({ ...after, key, version }, DUE);
  return bench.wantResolved(
    key,
    { metric: notification().metric, startedAt: notification().startedAt, upToRound: 0 },
    Date.now(),
  );
}

const start = () =>
  create(
    { ...bench.env, PAGERDUTY_URL: pagerDuty.url, ALLOW_LOCAL_WEBHOOKS: '1' },
    { dynamodb: bench.dynamodb, secrets },
  );
const page = (...rows: readonly Row[]) => start()(messages(...rows));
const outcome = (row: Row) => bench.ledger.get(row);
const incidentsOf = (row: Row) => pagerDuty.incidents().filter(({ component }) => component === ticketOf(row).id);

describe('a page', () => {
  it('rings once, however often it is asked for', async () => {
    const row = await owing();
    await Promise.all([page(row), page(row)]);
    await page(row);
    expect(await outcome(row)).toMatchObject({ state: 'sent', toldAt: DUE });
    expect(incidentsOf(row)).toMatchObject([{ status: 'triggered', severity: 'error', alerts: 1 }]);
  });

  it('stops ringing when its clock has stopped', async () => {
    const row = await owing();
    await page(row);
    expect(await answered(row)).toEqual([row]);
    await page(row);
    expect(await outcome(row)).toMatchObject({ state: 'resolved', wanted: 'resolved' });
    expect(incidentsOf(row)).toMatchObject([{ status: 'resolved', alerts: 1 }]);
  });

  it('never rings when its clock stopped first', async () => {
    const row = await owing();
    expect(await answered(row)).toEqual([]);
    await page(row);
    expect(incidentsOf(row)).toEqual([]);
    expect(await outcome(row)).toMatchObject({ state: 'suppressed' });
  });

  it('whose answer was lost rings once, and stops', async () => {
    const row = await owing();
    pagerDuty.answerNext('take and hang up');
    await page(row);
    expect(await outcome(row)).toMatchObject({ state: 'retry', uncertain: true });
    await answered(row);
    await page(row);
    expect(await outcome(row)).toMatchObject({ state: 'resolved' });
    expect(incidentsOf(row)).toMatchObject([{ status: 'resolved', alerts: 1 }]);
  });

  it('whose clock stops while it is being told is resolved at once', async () => {
    const row = await owing();
    const { promise, resolve: letGo } = Promise.withResolvers<void>();
    gate = promise;
    const told = page(row);
    await vi.waitFor(async () => expect((await outcome(row))!.state).toBe('attempting'));
    expect(await answered(row)).toEqual([]);
    letGo();
    await told;
    expect(await outcome(row)).toMatchObject({ state: 'resolved' });
    expect(incidentsOf(row)).toMatchObject([{ status: 'resolved', alerts: 1 }]);
  });

  it('that somebody acknowledges while it is being told is acknowledged there at once, or once it could be told', async () => {
    const [row, tried] = [await owing(), await owing()];
    const { metric, startedAt } = notification();
    const seen = (of: Row) =>
      quietPages(bench.ledger, ticketOf(of), { metric, startedAt, round: 0, fired: [], corrections: [] }, DUE);
    const { promise, resolve: letGo } = Promise.withResolvers<void>();
    gate = promise;
    const told = page(row);
    await vi.waitFor(async () => expect((await outcome(row))!.state).toBe('attempting'));
    await seen(row);
    letGo();
    await told;
    pagerDuty.answerNext(503);
    await page(tried);
    await seen(tried);
    vi.setSystemTime(DUE + MINUTE);
    await page(tried);
    for (const each of [row, tried]) {
      expect(await outcome(each)).toMatchObject({ state: 'sent', wanted: 'acknowledged' });
      expect(incidentsOf(each)).toMatchObject([{ status: 'acknowledged', alerts: 1 }]);
    }
  });

  it('is refused where PagerDuty finds it wrong', async () => {
    const row = await owing();
    pagerDuty.answerNext({ status: 400, body: { message: 'Event object is invalid', errors: [`key ${ROUTING_KEY}`] } });
    await page(row);
    expect(await outcome(row)).toMatchObject({
      state: 'refused',
      detail: 'PagerDuty answered 400: Event object is invalid; key …',
    });
  });

  it('goes by webhook, triggered and resolved', async () => {
    const row = await owing('hook');
    await page(row);
    await answered(row);
    await page(row);
    const mine = receiver.received().filter(({ payload }) => payload.data.ticket === ticketOf(row).id);
    expect(mine.map(({ payload }) => payload.type)).toEqual(['timekeeper.page.triggered', 'timekeeper.page.resolved']);
    expect(new Set(mine.map(({ payload }) => payload.data.key)).size).toBe(1);
  });

  it('never goes to an address that is not public', async () => {
    const row = await owing('inside');
    await page(row);
    expect(await outcome(row)).toMatchObject({
      state: 'refused',
      detail: 'the url leads to an address that is not public',
    });
  });

  it.each([
    ['unknown', 'there is no paging provider pigeon'],
    ['manager', 'the policy has no page route for the recipient'],
  ])('cannot reach %s', async (to, detail) => {
    const row = await owing(to);
    await page(row);
    expect(await outcome(row)).toMatchObject({ state: 'suppressed', whyNot: 'unknown recipient', detail });
  });
});

describe('a secret', () => {
  it('is asked for once in five minutes', async () => {
    const handle = start();
    await handle(messages(await owing()));
    await handle(messages(await owing()));
    expect(asked).toEqual(['timekeeper/pagerduty']);
    vi.setSystemTime(DUE + 5 * MINUTE);
    await handle(messages(await owing()));
    expect(asked).toHaveLength(2);
  });

  it('is read anew when it was not believed', async () => {
    const handle = start();
    const row = await owing('hook');
    values.hook = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;
    await handle(messages(row));
    expect(await outcome(row)).toMatchObject({ state: 'retry', detail: 'the webhook answered 401' });
    values.hook = SIGNING_KEY;
    vi.setSystemTime((await outcome(row))!.nextActionAt!);
    await handle(messages(row));
    expect(await outcome(row)).toMatchObject({ state: 'sent' });
  });

  it('that is missing is waited for', async () => {
    values = {};
    const row = await owing();
    await page(row);
    expect(await outcome(row)).toMatchObject({
      state: 'retry',
      detail: expect.stringContaining('ResourceNotFoundException'),
    });
  });

  it('is never written down', async () => {
    const lines = vi.spyOn(console, 'log').mockImplementation(() => {});
    const rows = [await owing(), await owing('hook')];
    pagerDuty.answerNext(500);
    receiver.answerNext(500);
    await page(...rows);
    const written = JSON.stringify([lines.mock.calls, await Promise.all(rows.map(outcome))]);
    lines.mockRestore();
    expect(written).not.toContain(ROUTING_KEY);
    expect(written).not.toContain(SIGNING_KEY.slice(6));
  });
});
