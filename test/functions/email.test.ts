import { type SESClient, SESServiceException, type SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '../../functions/adapters/delivery-ledger.ts';
import { create } from '../../functions/email.ts';
import { LEASE } from '../../shared/notification/delivery.ts';
import type { Notification } from '../../shared/notification/notification.ts';
import type { Attributes, TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { DUE, notification, record } from '../notification/notices.ts';
import { policy } from '../policies.ts';
import { at, reply } from '../timelines.ts';
import { type DeliveryBench, messages, startDeliveryBench } from './delivery-bench.ts';

let bench: DeliveryBench;
let serial = 0;
let answers: (Error | undefined)[] = [];
let sent: string[] = [];

const ses = {
  async send({ input }: SendRawEmailCommand) {
    const answer = answers.shift();
    if (answer) throw answer;
    sent.push(Buffer.from(input.RawMessage!.Data!).toString());
    return { MessageId: `ses-${sent.length}` };
  },
} as unknown as SESClient;

const sesError = (name: string, httpStatusCode: number) =>
  new SESServiceException({ name, message: `${name} happened`, $fault: 'client', $metadata: { httpStatusCode } });

beforeAll(async () => {
  bench = await startDeliveryBench();
  const recipients = {
    manager: { email: { text: 'manager@example.test' }, language: 'ja', zone: 'Asia/Tokyo' },
    assignee: { email: { attribute: 'assignee' } },
  };
  await bench.addPolicy(policy({ recipients }));
});
afterAll(() => bench.stop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DUE });
  answers = [];
  sent = [];
});
afterEach(() => void vi.useRealTimers());

/** A ticket with a breach mail owed to `to`. */
async function owing(
  facts: Partial<Notification> = {},
  attributes: Attributes = {},
  since: readonly TicketEvent[] = [],
) {
  serial += 1;
  const ticket = { tenant: '', source: 'help.example', id: `MAIL-${serial}` };
  await bench.tickets.save({ ...record(attributes, since), key: ticket }, DUE);
  return bench.ledger.owe(notification({ ticket, channel: 'email', to: 'manager', ...facts }), DUE);
}

const email = (row: Row, clients = {}) =>
  create(bench.env, { dynamodb: bench.dynamodb, ses, ...clients })(messages(row));
const outcome = (row: Row) => bench.ledger.get(row);
const headers = (mail: string) => mail.replace(/\r\n[ \t]/g, ' ').split('\r\n\r\n')[0]!;

describe('a mail', () => {
  it('goes out once, however often it is asked for', async () => {
    const row = await owing();
    await Promise.all([email(row), email(row), email(row)]);
    await email(row);
    expect(sent).toHaveLength(1);
    expect(await outcome(row)).toMatchObject({ state: 'sent', reference: 'ses-1', toldAt: DUE });
  });

  it('says what it is, and which thread it belongs to', async () => {
    await email(await owing());
    expect(headers(sent[0]!)).toMatch(/^To: manager@example\.test$/m);
    expect(headers(sent[0]!)).toMatch(/^From: Timekeeper <sla@example\.test>$/m);
    expect(headers(sent[0]!)).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(headers(sent[0]!)).toMatch(/^Content-Language: ja$/m);
    expect(headers(sent[0]!)).toMatch(/^Message-ID: <[0-9a-f]{40}@example\.test>$/m);
    expect(headers(sent[0]!)).toMatch(/^In-Reply-To: <[0-9a-f]{40}@example\.test>$/m);
  });

  it('cannot be made to carry a header by what a ticket says', async () => {
    await email(await owing({}, { subject: 'x\r\nBcc: all@example.test' }));
    expect(headers(sent[0]!)).not.toMatch(/^Bcc/m);
  });

  it('is not sent when the requester has been answered', async () => {
    const row = await owing({}, {}, [at(70, reply)]);
    await email(row);
    expect(sent).toEqual([]);
    expect(await outcome(row)).toMatchObject({ state: 'suppressed', whyNot: 'answered' });
  });

  it.each<[string, Partial<Notification>, Attributes, string]>([
    ['the ticket has none', { to: 'assignee' }, {}, 'the ticket has no assignee'],
    ['it is none', { to: 'assignee' }, { assignee: 'Ann' }, 'assignee is not a mail address'],
    ['the policy knows nobody of that name', { to: 'nobody' }, {}, 'the policy has no such recipient'],
  ])('is not sent without an address: %s', async (_why, facts, attributes, detail) => {
    const row = await owing(facts, attributes);
    await email(row);
    expect(await outcome(row)).toMatchObject({ state: 'suppressed', whyNot: 'unknown recipient', detail });
  });

  it.each([
    ['Throttling', 400, 'retry'],
    ['ServiceUnavailable', 503, 'retry'],
    ['AccountSendingPausedException', 400, 'retry'],
    ['TimeoutError', 0, 'retry'],
    ['MessageRejected', 400, 'refused'],
    ['MailFromDomainNotVerifiedException', 400, 'refused'],
    ['InvalidParameterValue', 400, 'refused'],
  ])('that meets %s (%d) is %s', async (name, status, expected) => {
    answers = [sesError(name, status)];
    const row = await owing();
    await email(row);
    expect(await outcome(row)).toMatchObject({ state: expected, detail: `SES: ${name}: ${name} happened` });
  });

  it('is tried again at its time, and not before', async () => {
    answers = [sesError('Throttling', 400)];
    const row = await owing();
    await email(row);
    await email(row);
    expect(sent).toEqual([]);
    vi.setSystemTime((await outcome(row))!.nextActionAt!);
    await email(row);
    expect(await outcome(row)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('is sent by somebody else when its worker dies before the attempt', async () => {
    const row = await owing();
    const dead = { ses: { send: () => new Promise(() => {}) } as unknown as SESClient };
    void email(row, dead);
    await vi.waitFor(async () => expect((await outcome(row))!.state).toBe('attempting'));
    await email(row);
    expect(sent).toEqual([]);
    vi.setSystemTime(DUE + LEASE);
    await email(row);
    expect(await outcome(row)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('goes back to the queue when the ledger cannot be written', async () => {
    const row = await owing();
    const { batchItemFailures } = (await email(row, { dynamodb: bench.failing('Put') }))!;
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm0' }]);
    expect(sent).toEqual([]);
  });

  it('nobody wrote down is no reason to stop', async () => {
    const row = { pk: 'TICKET###', sk: 'DELIVERY#none', channel: 'email' as const };
    expect(await email(row)).toEqual({ batchItemFailures: [] });
  });
});
