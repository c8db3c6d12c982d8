import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder, type Place } from '../../../functions/query/in-order.ts';

interface Row extends Place {
  readonly shard: number;
}

const SHARDS = 3;

/** The rows of a shard by their instants, in any order where these are the same, two to a page. */
const shardOf = (rows: readonly Row[], from = 0) =>
  async function* (shard: string) {
    const own = rows.filter(row => String(row.shard) === shard && row.at >= from).toSorted((a, b) => a.at - b.at);
    for (let at = 0; at < own.length; at += 2) yield own.slice(at, at + 2);
  };

it('all parts of a list are the whole of it, each row once and in its order, however it is cut and spread', async () => {
  const row = fc.record({ at: fc.nat(5), key: fc.string({ maxLength: 3 }), shard: fc.nat(SHARDS - 1) });
  const list = fc.uniqueArray(row, { selector: ({ at, key }) => `${at} ${key}`, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(list, fc.integer({ min: 1, max: 7 }), async (rows, most) => {
      const told: Row[] = [];
      let after: Place | undefined;
      do {
        const part = await inOrder(SHARDS, shardOf(rows, after?.at), ({ at, key }) => ({ at, key }), { most, after });
        expect(part.rows.length).toBeLessThanOrEqual(most);
        told.push(...part.rows);
        after = part.next;
      } while (after !== undefined);
      expect(told).toEqual(rows.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1)));
    }),
  );
});
