import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Row } from '../../functions/adapters/delivery-ledger.ts';
import { fingerprint } from '../../functions/adapters/fingerprint.ts';
import { rateMeter } from '../../functions/adapters/rate-meter.ts';
import { create } from '../../functions/page.ts';
import { type FakePagerDuty, startFakePagerDuty } from '../../infra/local/fakes/pagerduty.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { pagerduty } from '../../shared/paging/pagerduty.ts';
import { DUE, notification, record } from '../notification/notices.ts';
import { ROUTING_KEY } from '../paging/benches.ts';
import { policy } from '../policies.ts';
import { type DeliveryBench, messages, startDeliveryBench } from './delivery-bench.ts';

let bench: DeliveryBench;
let pagerDuty: FakePagerDuty;
let serial = 0;

const secrets = { send: async () => ({ SecretString: ROUTING_KEY }) } as unknown as SecretsManagerClient;

beforeAll(async () => {
  [bench, pagerDuty] = await Promise.all([startDeliveryBench(), startFakePagerDuty({ host: '127.0.0.1' })]);
  const pager = (secret: string) => ({ page: { provider: 'pagerduty', secret } });
  const recipients = {
    patient: pager('patient'),
    odd: pager('odd'),
    busy: { email: { text: 'busy@example.test' }, ...pager('busy') },
  };
  await bench.addPolicy(policy({ recipients }));
});
afterAll(() => Promise.all([bench.stop(), pagerDuty.stop()]));
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DUE }));
afterEach(() => void vi.useRealTimers());

async function owing(to: string): Promise<Row> {
  serial += 1;
  const ticket = { tenant: '', source: 'help.example', id: `ROOM-${serial}` };
  await bench.tickets.save({ ...record(), key: ticket }, DUE);
  return bench.ledger.owe(notification({ ticket, to }), DUE);
}

/** What has become of a page after one attempt. */
async function paged(row: Row) {
  const page = create({ ...bench.env, PAGERDUTY_URL: pagerDuty.url }, { dynamodb: bench.dynamodb, secrets });
  expect(await page(messages(row))).toEqual({ batchItemFailures: [] });
  return (await bench.ledger.get(row))!;
}

it('a page waits as long as the provider asks, as does the next that goes there, then rings', async () => {
  const [row, other] = [await owing('patient'), await owing('patient')];
  pagerDuty.answerNext({ status: 429, headers: { 'retry-after': '60' } });
  const { nextActionAt } = await paged(row);
  expect(nextActionAt).toBeGreaterThanOrEqual(DUE + MINUTE);
  expect(nextActionAt).toBeLessThanOrEqual(DUE + MINUTE + 10 * SECOND);
  expect(await paged(other)).toMatchObject({ state: 'retry', detail: expect.stringMatching(/^not asked: .* 60 s$/) });
  expect(pagerDuty.requests()).toHaveLength(1);
  vi.setSystemTime(nextActionAt!);
  expect(await paged(row)).toMatchObject({ state: 'sent', attempts: 2 });
});

it('a page waits for the day that the provider asks of it, and others that go there for an hour', async () => {
  const [row, other] = [await owing('odd'), await owing('odd')];
  pagerDuty.answerNext({ status: 429, headers: { 'retry-after': '86400' } });
  expect((await paged(row)).nextActionAt).toBeGreaterThanOrEqual(DUE + DAY);
  const { nextActionAt } = await paged(other);
  expect(nextActionAt).toBeLessThanOrEqual(DUE + HOUR + 10 * SECOND);
  vi.setSystemTime(nextActionAt!);
  expect(await paged(other)).toMatchObject({ state: 'sent' });
});

it('a page that would wait long for its turn at a service goes other ways meanwhile', async () => {
  const id = fingerprint(JSON.stringify(['pagerduty', 'busy', undefined, undefined]));
  const meter = rateMeter(bench.dynamodb, bench.env.TABLE_NAME!);
  await Promise.all(Array.from({ length: 300 }, () => meter.take(id, pagerduty.limit, 'rest', DUE, 0)));
  const found = await paged(await owing('busy'));
  expect(found).toMatchObject({ state: 'held', held: { why: 'rate limit' }, attempts: 0 });
  expect(found.failedOver?.to).toEqual([{ channel: 'email', to: 'busy' }]);
  expect((await bench.ledger.firing(found.notification)).map(({ state }) => state)).toEqual(['owed', 'held']);
});
