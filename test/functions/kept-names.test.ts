import { expect, it } from 'vitest';
import { acknowledgeLinks } from '../../functions/adapters/acknowledge-links.ts';
import { deliveryFromItem } from '../../functions/adapters/delivery-ledger.ts';
import { pageName } from '../../functions/adapters/delivery-names.ts';
import { deliveryKey, shardOf, ticketItemKey, ticketKeyOf } from '../../functions/adapters/item-keys.ts';
import { pageKey } from '../../functions/delivery/page-key.ts';
import { notificationKey } from '../../shared/notification/notification.ts';
import { itemsOf } from '../stories/earlier.ts';

const items = itemsOf('form-1-all-kinds');
const deliveries = items.filter(({ sk }) => sk.startsWith('DELIVERY#'));

it('a page that is open at a pager is still known by the name it was opened under', () => {
  const names = items.filter(({ pk }) => pk.startsWith('PAGE#'));
  expect(names.length).toBeGreaterThan(5);
  for (const { pk, of } of names) {
    const [ticket, delivery] = of as readonly string[];
    const row = deliveries.find(each => each.pk === ticket && each.sk === delivery)!;
    expect(pageName(pageKey(deliveryFromItem(row).notification))).toBe(pk);
  }
});

it('a ticket and a delivery are where they were, in the table and in its indexes', () => {
  for (const { pk } of items.filter(({ sk }) => sk === 'TICKET'))
    expect(ticketItemKey(ticketKeyOf({ pk })).pk).toBe(pk);
  for (const item of deliveries)
    expect(deliveryKey(notificationKey(deliveryFromItem(item).notification))).toBe(item.sk);
  for (const { pk, sk, shard } of items.filter(each => 'shard' in each))
    expect(shardOf(sk === 'TICKET' ? pk : pk + sk, 2)).toBe(shard);
});

it('the link of a mail that was sent by an earlier release is understood', async () => {
  const links = acknowledgeLinks({ value: async () => 'k'.repeat(64), forget: () => {} }, 'link-key');
  const token =
    'eyJ0aWNrZXQiOnsidGVuYW50IjoiIiwic291cmNlIjoiZGVzayIsImlkIjoiVDEifSwibWV0cmljIjoicmVzb2x1dGlvbiIsInN0YXJ0ZWRBdCI6MTc2NzYwMDAwMDAwMCwicm91bmQiOjAsInRvIjoibWFuYWdlciIsImV4cGlyZXNBdCI6MTc3MDE5MjAwMDAwMH0.B94EyffC8lejNlJP-xPVNGV1HZPggLPDeilvwrsFSmE';
  expect(await links.read(token)).toEqual({
    ticket: { tenant: '', source: 'desk', id: 'T1' },
    metric: 'resolution',
    startedAt: 1767600000000,
    round: 0,
    to: 'manager',
    expiresAt: 1770192000000,
  });
});
