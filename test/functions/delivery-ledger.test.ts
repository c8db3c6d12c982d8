import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../functions/adapters/delivery-ledger.ts';
import { LEASE, settled } from '../../shared/notification/delivery.ts';
import type { Notification } from '../../shared/notification/notification.ts';
import { DUE, notification } from '../notification/notices.ts';
import { type DeliveryBench, startDeliveryBench } from './delivery-bench.ts';

let bench: DeliveryBench;
let serial = 0;

beforeAll(async () => {
  bench = await startDeliveryBench();
});
afterAll(() => bench.stop());

const ticket = () => {
  serial += 1;
  return { tenant: '', source: 'help.example', id: `ledger-${serial}` };
};
const pagesUpTo = (upToRound: number) => ({
  metric: 'first response' as const,
  startedAt: notification().startedAt,
  upToRound,
});
const item = async ({ pk, sk }: Row) => {
  const documents = DynamoDBDocumentClient.from(bench.dynamodb);
  const found = await documents.send(new GetCommand({ TableName: bench.env.TABLE_NAME!, Key: { pk, sk } }));
  return found.Item!;
};

/** Owes a notification and says how it went. */
async function told(facts: Partial<Notification>): Promise<Row> {
  const row = await bench.ledger.owe(notification(facts), DUE);
  const delivery = (await bench.ledger.get(row))!;
  await bench.ledger.save({ ...settled(delivery, 'sent', DUE), toldAt: DUE });
  return row;
}

describe('the ledger', () => {
  it('owes a notification once, however often it is asked for', async () => {
    const asked = notification({ ticket: ticket() });
    const rows = await Promise.all([1, 2, 3].map(later => bench.ledger.owe(asked, DUE + later)));
    expect(new Set(rows.map(({ sk }) => sk)).size).toBe(1);
    expect(await bench.ledger.get(rows[0]!)).toMatchObject({ state: 'owed', version: 1, notification: asked });
  });

  it('keeps what is owed in the index, and what is settled out of it', async () => {
    const row = await bench.ledger.owe(notification({ ticket: ticket() }), DUE);
    expect(await item(row)).toMatchObject({ nextActionAt: DUE + LEASE, shard: expect.stringMatching(/^\d+$/) });
    await bench.ledger.save(settled((await bench.ledger.get(row))!, 'refused', DUE));
    expect(Object.keys(await item(row))).not.toContain('nextActionAt');
    expect(Object.keys(await item(row))).not.toContain('shard');
  });

  it('lets only one of two save the same version', async () => {
    const row = await bench.ledger.owe(notification({ ticket: ticket() }), DUE);
    const delivery = (await bench.ledger.get(row))!;
    const saved = await Promise.all([bench.ledger.save(delivery), bench.ledger.save(delivery)]);
    expect(saved.filter(one => one !== undefined)).toHaveLength(1);
  });

  it('asks for the resolve of the pages of one cycle up to a round, and of nothing else', async () => {
    const of = ticket();
    const page = await told({ ticket: of });
    const mail = await told({ ticket: of, channel: 'email' });
    const later = await told({ ticket: of, round: 1 });
    const other = await told({ ticket: of, metric: 'resolution' });
    const rows = await bench.wantResolved(of, pagesUpTo(0), DUE + 1);
    expect(rows).toEqual([page]);
    expect(await bench.ledger.get(page)).toMatchObject({ state: 'owed', wanted: 'resolved' });
    for (const row of [mail, later, other]) expect(await bench.ledger.get(row)).toMatchObject({ state: 'sent' });
  });

  it('asks for the resolve of every round up to the last', async () => {
    const of = ticket();
    const pages = [await told({ ticket: of }), await told({ ticket: of, round: 1 })];
    expect(await bench.wantResolved(of, pagesUpTo(1), DUE + 1)).toEqual(pages);
  });

  it('has nothing to do about a page that was never told', async () => {
    const of = ticket();
    const page = await bench.ledger.owe(notification({ ticket: of }), DUE);
    expect(await bench.wantResolved(of, pagesUpTo(0), DUE + 1)).toEqual([]);
    expect(await bench.ledger.get(page)).toMatchObject({ state: 'suppressed', whyNot: 'answered' });
  });
});
