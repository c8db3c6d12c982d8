import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SilenceStore, silenceStore } from '../../functions/adapters/silence-store.ts';
import { DAY, EARLIEST, HOUR, SECOND } from '../../shared/calendar/instant.ts';
import type { Silence } from '../../shared/notification/silence.ts';
import { MONDAY } from '../timelines.ts';
import { type DeliveryBench, startDeliveryBench } from './delivery-bench.ts';

let bench: DeliveryBench;
let store: SilenceStore;
let queries = 0;
beforeAll(async () => {
  bench = await startDeliveryBench();
  bench.dynamodb.middlewareStack.add((next, { commandName }) => args => {
    if (commandName === 'QueryCommand') queries += 1;
    return next(args);
  });
  store = silenceStore(bench.dynamodb, bench.env.TABLE_NAME!);
});
afterAll(() => bench.stop());

const silence = (id: string, to: number): Silence => ({
  id,
  kind: 'silence',
  matcher: { source: 'desk' },
  from: MONDAY,
  to,
  author: 'erika',
  reason: 'we know',
});
const ids = (silences: readonly Silence[]) => silences.map(({ id }) => id);

it('only silences whose time is not over are read, the first to end first', async () => {
  for (const [id, to] of [
    ['c', MONDAY + DAY],
    ['a', MONDAY + HOUR],
    ['b', MONDAY + 2 * HOUR],
  ] as const)
    await store.put(silence(id, to));
  expect(ids(await store.endingAfter(MONDAY))).toEqual(['a', 'b', 'c']);
  expect(ids(await store.endingAfter(MONDAY + HOUR))).toEqual(['b', 'c']);
  expect(ids(await store.endingAfter(EARLIEST))).toHaveLength(3);
});

it('a silence is ended once, and keeps who ended it', async () => {
  const stamp = { by: 'max', at: MONDAY + HOUR / 2 };
  const [one, other] = await Promise.all([store.end('b', stamp), store.end('b', { ...stamp, by: 'ada' })]);
  expect([one, other].filter(Boolean)).toHaveLength(1);
  const kept = (await store.endingAfter(MONDAY)).find(({ id }) => id === 'b');
  expect(kept?.ended).toEqual((one ?? other)!.ended);
  expect(await store.end('nobody', stamp)).toBeUndefined();
  expect(await store.end('a', { ...stamp, at: MONDAY + HOUR })).toBeUndefined();
});

it('whoever asks often reads them once in 15 seconds, however many ask at once', async () => {
  queries = 0;
  await Promise.all(Array.from({ length: 20 }, () => store.current(MONDAY)));
  await store.current(MONDAY + 14 * SECOND);
  expect(queries).toBe(1);
  await store.put(silence('d', MONDAY + DAY));
  expect(ids(await store.current(MONDAY + 15 * SECOND))).toContain('d');
  expect(queries).toBe(2);
});

it('a reading that fails is not remembered', async () => {
  let fails = true;
  const client = bench.failing('nothing');
  client.middlewareStack.add(next => args => {
    if (fails) throw new Error('down');
    return next(args);
  });
  const flaky = silenceStore(client, bench.env.TABLE_NAME!);
  await expect(flaky.current(MONDAY)).rejects.toThrow('down');
  fails = false;
  expect(await flaky.current(MONDAY)).not.toEqual([]);
  client.destroy();
});
