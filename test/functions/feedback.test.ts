import type { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Row } from '../../functions/adapters/delivery-ledger.ts';
import type { SuppressedAddress } from '../../functions/adapters/suppression-list.ts';
import { suppressionList } from '../../functions/adapters/suppression-list.ts';
import { create as createEmail } from '../../functions/email.ts';
import { create } from '../../functions/feedback.ts';
import { SECOND } from '../../shared/calendar/instant.ts';
import { DUE, notification, record } from '../notification/notices.ts';
import { policy } from '../policies.ts';
import { type DeliveryBench, messages, startDeliveryBench } from './delivery-bench.ts';
import { heard, PARTS, sesEvent, transient } from './ses-events.ts';

let bench: DeliveryBench;
let serial = 0;
let sent: { readonly id: string; readonly tag: string }[] = [];
let queued: string[] = [];

const ses = {
  async send({ input }: SendRawEmailCommand) {
    const raw = Buffer.from(input.RawMessage!.Data!).toString();
    const id = `ses-${serial}-${sent.length + 1}`;
    sent.push({ id, tag: /delivery=(\w+)/.exec(raw)![1]! });
    return { MessageId: id };
  },
} as unknown as SESClient;

const sqs = {
  async send({ input }: SendMessageBatchCommand) {
    queued.push(...input.Entries!.map(({ MessageBody }) => `${input.QueueUrl!.split('/').at(-1)} ${MessageBody}`));
    return {};
  },
} as unknown as SQSClient;

beforeAll(async () => {
  bench = await startDeliveryBench();
  const page = { provider: 'pagerduty', secret: 'timekeeper/pagerduty' };
  await bench.addPolicy(policy({ recipients: { lead: { email: { attribute: 'lead' }, page } } }));
});
afterAll(() => bench.stop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DUE });
  serial += 1;
  sent = [];
  queued = [];
});
afterEach(() => void vi.useRealTimers());

const clients = () => ({ dynamodb: bench.dynamodb, ses, sqs });

/** A ticket whose breach was mailed to its lead. */
async function mailed(): Promise<Row> {
  const ticket = { tenant: '', source: 'help.example', id: `HEARD-${serial}` };
  await bench.tickets.save({ ...record({ lead: `Lead${serial}@example.test` }), key: ticket }, DUE);
  const row = await bench.ledger.owe(notification({ ticket, channel: 'email', to: 'lead' }), DUE);
  await createEmail(bench.env, clients())(messages(row));
  return row;
}

const news = (type: string, part: object, facts: object = {}) =>
  sesEvent(type, part, {
    messageId: sent[0]!.id,
    destination: [`Lead${serial}@example.test`],
    tags: { delivery: [sent[0]!.tag] },
    ...facts,
  });
const hear = (...bodies: readonly string[]) => create(bench.env, clients())(heard(...bodies));
const suppressed = (): Promise<readonly SuppressedAddress[]> =>
  suppressionList(bench.dynamodb, bench.env.TABLE_NAME!).all();
const pageOf = ({ pk, sk }: Row): Row => ({ pk, sk: sk.replace('#email#', '#page#'), channel: 'page' });

it('what became of a mail is written down, in any order and however often it is told', async () => {
  const row = await mailed();
  await hear(news('Delivery', PARTS.delivery), news('Send', PARTS.send));
  await hear(news('Delivery', PARTS.delivery), news('DeliveryDelay', PARTS.delay));
  const before = await bench.ledger.get(row);
  expect(before).toMatchObject({ state: 'sent', receipt: { said: 'delivered', reference: sent[0]!.id } });
  await hear(news('Delivery', PARTS.delivery), news('Send', PARTS.send));
  expect(await bench.ledger.get(row)).toEqual(before);
});

it('a mail that came back is refused, the next way is asked for once, and its address gets no more mail', async () => {
  const row = await mailed();
  const bounce = news('Bounce', PARTS.bounce);
  await Promise.all([hear(bounce), hear(bounce, bounce)]);
  await hear(bounce);
  expect(await bench.ledger.get(row)).toMatchObject({
    state: 'refused',
    detail: 'bounced for good: Permanent, General, smtp; 550 5.1.1 user unknown',
    failedOver: { to: [{ channel: 'page', to: 'lead' }] },
  });
  expect(await bench.ledger.get(pageOf(row))).toMatchObject({ state: 'owed', standsInFor: [{ channel: 'email' }] });
  expect(new Set(queued)).toEqual(new Set([`page ${JSON.stringify({ pk: row.pk, sk: pageOf(row).sk })}`]));
  expect(await suppressed()).toMatchObject([{ address: `lead${serial}@example.test`, since: DUE }]);
  await suppressionList(bench.dynamodb, bench.env.TABLE_NAME!).remove(`lead${serial}@example.test`);
  await hear(bounce);
  expect(await suppressed()).toEqual([]);
});

it('a mail to an address that gets none is not sent, and the next way is asked for', async () => {
  await suppressionList(bench.dynamodb, bench.env.TABLE_NAME!).add(
    `LEAD${serial}@example.test`,
    'complained: abuse',
    DUE,
  );
  const row = await mailed();
  expect(sent).toEqual([]);
  expect(await bench.ledger.get(row)).toMatchObject({
    state: 'suppressed',
    whyNot: 'suppressed address',
    detail: 'complained: abuse',
    failedOver: { to: [{ channel: 'page', to: 'lead' }] },
  });
  expect(queued).toHaveLength(1);
});

it('an automatic answer changes nothing about a mail that is there', async () => {
  const row = await mailed();
  await hear(news('Bounce', PARTS.outOfOffice));
  expect(await bench.ledger.get(row)).toMatchObject({ state: 'sent', receipt: { said: 'auto-replied' } });
  expect(queued).toEqual([]);
});

it.each([
  ['came back for now', 'Bounce', transient('MailboxFull'), 'bounced: Transient, MailboxFull'],
  ['was not let out', 'Reject', PARTS.reject, 'rejected: Bad content'],
])('a mail that %s goes another way, and is no reason to send its address none', async (_what, type, part, detail) => {
  const row = await mailed();
  const known = await suppressed();
  await hear(news(type, part));
  expect(await bench.ledger.get(row)).toMatchObject({ state: 'refused', detail });
  expect(queued).toHaveLength(1);
  expect(await suppressed()).toEqual(known);
});

it('what is heard while the mail is being attempted is heard again later', async () => {
  const row = await mailed();
  const delivery = (await bench.ledger.get(row))!;
  await bench.ledger.save({ ...delivery, state: 'attempting', attempting: 'told', nextActionAt: DUE + 90 * SECOND });
  const answer = await hear(news('Send', PARTS.send), news('Bounce', PARTS.bounce));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
});

it('a mail that nobody knows is passed over, and an event that nobody can read is kept for people', async () => {
  await mailed();
  const known = await suppressed();
  const unknown = news('Bounce', PARTS.bounce, { tags: { delivery: ['nobody'] } });
  expect(await hear(unknown, '{}')).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  expect(await suppressed()).toEqual(known);
});
