import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bill, sumOf } from './capacity/bill.ts';
import { LIMITS, reachedAt } from './capacity/limits.ts';
import { defaultLoad, loadOf } from './capacity/load.ts';
import { withTables } from './capacity/page.ts';
import { SIZES, tablesOf } from './capacity/tables.ts';
import type { Units } from './capacity/units.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const units: Units = JSON.parse(read('capacity/measured.json'));

describe('the page about cost and limits', () => {
  it('has the tables that the measured units and the prices give; `npm run bench:capacity -- --write` renews them', () => {
    const page = read('../../docs/capacity.md');
    expect(withTables(page, tablesOf(units))).toBe(page);
  });
});

describe('a bill', () => {
  it('is the same for nobody, however the installation is set up, but for its shards', () => {
    const [none, wide] = [defaultLoad(0), { ...defaultLoad(0), shards: 256 }];
    expect(bill(none, units)['DynamoDB, writes']).toBe(0);
    expect(sumOf(bill(wide, units)) - sumOf(bill(none, units))).toBeLessThan(5);
  });

  it('grows with the tickets, and no faster', () => {
    const [, thousand, million, hundredMillion] = SIZES.map(size => sumOf(bill(loadOf(size), units)));
    expect(million! / thousand!).toBeLessThan(1000);
    expect(hundredMillion! / million!).toBeLessThan(100);
  });
});

describe('a limit', () => {
  it.each(LIMITS.map(limit => [limit.name, limit] as const))(
    '%s: is needed up to the size it is reached at',
    (_, limit) => {
      const open = reachedAt(limit, defaultLoad(0), units);
      if (open === Number.POSITIVE_INFINITY) expect(limit.needed(defaultLoad(1e9), units)).toBeLessThan(limit.most);
      else expect(limit.needed(defaultLoad(open), units)).toBeCloseTo(limit.most, 3);
    },
  );
});
