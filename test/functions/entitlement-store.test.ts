import { afterAll, beforeAll, expect, it } from 'vitest';
import { entitlementStore } from '../../functions/adapters/entitlement-store.ts';
import { outageMarkers } from '../../functions/adapters/outage-markers.ts';
import { policyStore } from '../../functions/adapters/policy-store.ts';
import type { Queue } from '../../functions/adapters/queues.ts';
import { receive } from '../../functions/intake/receive.ts';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import type { Entitlement } from '../../shared/policy/entitlement.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { policy, row } from '../policies.ts';
import { MONDAY } from '../timelines.ts';
import { type DeliveryBench, startDeliveryBench } from './delivery-bench.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await startDeliveryBench();
  await bench.addPolicy(policy({ targets: [row({ target: { kind: 'as contracted' } })] }));
});
afterAll(() => bench.stop());

const nowhere = { send: async () => {} } as unknown as Queue;
const acme: Entitlement = {
  tenant: '',
  customer: 'acme #1',
  from: MONDAY - HOUR,
  attributes: { plan: 'premier', country: 'JP' },
  targets: [{ metric: 'first response', severity: 'A', target: '30m' }],
};
const creation: TicketEvent = {
  type: 'created',
  id: 'e1',
  at: MONDAY,
  status: 'new',
  attributes: { severity: 'A', customer: 'acme #1', country: 'DE' },
};

it('a ticket runs for ever on what its customer was entitled to when it came in', async () => {
  const store = entitlementStore(bench.dynamodb, bench.env.TABLE_NAME!);
  await store.put(acme);
  const take = (events: readonly TicketEvent[]) => {
    const entitlements = entitlementStore(bench.dynamodb, bench.env.TABLE_NAME!);
    const { tickets } = bench;
    const policies = policyStore(bench.dynamodb, bench.env.TABLE_NAME!);
    const outages = outageMarkers(bench.dynamodb, bench.env.TABLE_NAME!);
    const intake = { tickets, policies, entitlements, outages, due: nowhere, lookAheadSeconds: 0 };
    return receive(intake, KEY, events, MONDAY);
  };
  const clock = async () => (await bench.tickets.get(KEY))?.timed?.clocks[0];

  expect((await take([creation])).receipts).toEqual(['accepted']);
  expect((await bench.tickets.get(KEY))?.timed?.ticket.attributes).toMatchObject({ plan: 'premier', country: 'DE' });
  expect(await clock()).toMatchObject({ contracted: '30m', due: MONDAY + 30 * MINUTE });

  await store.put({ ...acme, targets: [] });
  expect((await take([creation])).receipts).toEqual(['duplicate']);
  const early: TicketEvent = { type: 'message', id: 'e0', at: MONDAY, author: 'requester', public: true };
  expect((await take([early])).receipts).toEqual(['accepted']);
  expect(await clock()).toMatchObject({ contracted: '30m', due: MONDAY + 30 * MINUTE });
});

it('a customer is looked up once a minute, one tenant never sees another', async () => {
  const store = entitlementStore(bench.dynamodb, bench.env.TABLE_NAME!);
  expect(await store.of('other', 'acme #1')).toEqual([]);
  expect(await store.of('', 'acme #1')).toHaveLength(1);
  await entitlementStore(bench.dynamodb, bench.env.TABLE_NAME!).put({ ...acme, from: MONDAY });
  expect(await store.of('', 'acme #1')).toHaveLength(1);
  await store.put({ ...acme, from: MONDAY + HOUR });
  expect(await store.of('', 'acme #1')).toHaveLength(3);
});

it('what was put on file a moment ago is on file, whoever asked before', async () => {
  const mine = entitlementStore(bench.dynamodb, bench.env.TABLE_NAME!);
  expect(await mine.onFile('', 'fabrikam')).toEqual([]);
  const fabrikam = { ...acme, customer: 'fabrikam' };
  await entitlementStore(bench.dynamodb, bench.env.TABLE_NAME!).put(fabrikam);
  expect(await mine.onFile('', 'fabrikam')).toEqual([fabrikam]);
});

it('a customer of a name too long to be on file has nothing, the longest that can be is found', async () => {
  const store = entitlementStore(bench.dynamodb, bench.env.TABLE_NAME!);
  expect(await store.of('', '華'.repeat(2000))).toEqual([]);
  const longest = { ...acme, tenant: '辰'.repeat(200), customer: '華#'.repeat(100) };
  await store.put(longest);
  expect(await store.of(longest.tenant, longest.customer)).toEqual([longest]);
});

const KEY = { tenant: '', source: 'desk', id: 'entitled' };
