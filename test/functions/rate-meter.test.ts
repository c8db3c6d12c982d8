import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateMeter } from '../../functions/adapters/rate-meter.ts';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import type { Lane, Limit } from '../../shared/notification/limit.ts';
import { DUE } from '../notification/notices.ts';
import { type DeliveryBench, startDeliveryBench } from './delivery-bench.ts';

const LIMIT: Limit = { count: 8, per: MINUTE };

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await startDeliveryBench();
});
afterAll(() => bench.stop());

/** Those of many that ask at one instant who are let in, whichever function they ask by. */
async function letIn(destination: string, lane: Lane, size: number, now = DUE): Promise<number> {
  const meters = [1, 2, 3].map(() => rateMeter(bench.dynamodb, bench.env.TABLE_NAME!));
  const asked = Array.from({ length: size }, (_, index) => meters[index % 3]!.take(destination, LIMIT, lane, now, 0.5));
  const rooms = await Promise.all(asked);
  const full = rooms.flatMap(room => (typeof room === 'object' && 'full' in room ? [room.full] : []));
  expect(full.every(until => until > now)).toBe(true);
  return rooms.filter(room => room === 'room').length;
}

describe('a destination that takes eight a minute', () => {
  it('is asked by eight of many at once, or by six of those that can wait', async () => {
    expect(await letIn('one', 'worst', 30)).toBe(8);
    expect(await letIn('two', 'rest', 30)).toBe(6);
    expect(await letIn('two', 'worst', 30)).toBe(2);
  });

  it('has room again when a minute is over, and not before', async () => {
    expect(await letIn('three', 'worst', 8)).toBe(8);
    expect(await letIn('three', 'worst', 5, DUE + MINUTE - 1)).toBe(0);
    expect(await letIn('three', 'worst', 5, DUE + MINUTE + MINUTE / 5)).toBe(5);
  });
});

describe.each<[string, Limit | undefined]>([
  ['a limit', LIMIT],
  ['no limit', undefined],
])('a destination with %s that asked for patience', (what, limit) => {
  it('is left alone until then by everybody', async () => {
    const meter = rateMeter(bench.dynamodb, bench.env.TABLE_NAME!);
    const take = (now: number) => meter.take(what, limit, 'worst', now, 0.5);
    expect(await take(DUE)).toBe('room');
    await meter.close(what, DUE + 30 * SECOND, DUE);
    expect(await take(DUE)).toEqual({ closed: DUE + 30 * SECOND });
    expect(await take(DUE + 30 * SECOND - 1)).toEqual({ closed: DUE + 30 * SECOND });
    expect(await take(DUE + 30 * SECOND)).toBe('room');
  });

  it('is left alone for as long as it said once, whatever it says to whoever had asked before', async () => {
    const meter = rateMeter(bench.dynamodb, bench.env.TABLE_NAME!);
    const name = `${what}, told twice`;
    await meter.close(name, DUE + 30 * SECOND, DUE);
    await meter.close(name, DUE + SECOND, DUE);
    expect(await meter.take(name, limit, 'worst', DUE + 2 * SECOND, 0.5)).toEqual({ closed: DUE + 30 * SECOND });
    await meter.close(name, DUE + MINUTE, DUE);
    expect(await meter.take(name, limit, 'worst', DUE + 2 * SECOND, 0.5)).toEqual({ closed: DUE + MINUTE });
  });
});
