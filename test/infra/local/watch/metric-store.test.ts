import { beforeEach, describe, expect, it } from 'vitest';
import { type MetricStore, metricStore } from '../../../../infra/local/watch/metric-store.ts';
import { foundBy, mathQuery, pointsOf, searchQuery } from '../../../../infra/local/watch/query.ts';
import { lastWindows, roundWindows } from '../../../../infra/local/watch/windows.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/calendar/instant.ts';

const sales = (dimensions: Readonly<Record<string, string>>) => ({ namespace: 'Shop', name: 'Sales', dimensions });
const HERE = sales({ shop: 'a', city: 'b' });

describe('what was reported', () => {
  let store: MetricStore;
  beforeEach(() => {
    store = metricStore();
    for (const [minute, value] of [
      [0, 1],
      [4, 2],
      [5, 4],
      [16, 8],
    ] as const)
      store.put(HERE, minute * MINUTE, [value]);
  });
  const sums = (to: number, count: number) => store.points(HERE, 'Sum', lastWindows(to * MINUTE, 5 * MINUTE, count));

  it('is summed over periods that begin anywhere, each without its end', () => {
    expect(sums(20, 4)).toEqual([3, 4, undefined, 8]);
    expect(sums(19, 3)).toEqual([6, undefined, 8]);
  });

  it('belongs to a metric in whatever order its dimensions are named, and to no other', () => {
    const windows = lastWindows(HOUR, HOUR, 1);
    expect(store.points(sales({ city: 'b', shop: 'a' }), 'Sum', windows)).toEqual([15]);
    expect(store.points(sales({ shop: 'a' }), 'Sum', windows)).toEqual([undefined]);
  });

  it('is forgotten after two days, but never within one', () => {
    store.put(HERE, 2 * DAY + MINUTE, [1]);
    expect(store.points(HERE, 'SampleCount', lastWindows(DAY, DAY, 1))).toEqual([undefined]);
    expect(store.points(HERE, 'SampleCount', lastWindows(3 * DAY, DAY, 1))).toEqual([1]);
  });

  it('is found by a search for its name, exactly its dimensions and the values that are said', () => {
    store.put(sales({ shop: 'c', city: 'd' }), HOUR, [1]);
    store.put(sales({ shop: 'e' }), HOUR, [1]);
    const shops = (terms: string) =>
      foundBy(store, searchQuery(`SEARCH('{Shop,city,shop} MetricName="Sales"${terms}', 'Sum', 300)`)!).map(
        ({ metric }) => metric.dimensions.shop,
      );
    expect(shops('')).toEqual(['a', 'c']);
    expect(shops(' city="d"')).toEqual(['c']);
    expect(searchQuery(`SEARCH('Sales', 'Sum')`)).toBeUndefined();
  });

  it('is filled with a number only while some of it is in sight', () => {
    const query = { kind: 'metric', metric: HERE, statistic: 'Sum', period: 5 * MINUTE } as const;
    const filled = mathQuery('FILL(sales, 0)', { sales: query });
    expect(pointsOf(store, filled, lastWindows(20 * MINUTE, 5 * MINUTE, 3))).toEqual([4, 0, 8]);
    expect(pointsOf(store, filled, lastWindows(DAY, 5 * MINUTE, 2))).toEqual([undefined, undefined]);
    expect(() => mathQuery('FILL(costs, 0)', { sales: query })).toThrow('names costs');
  });
});

it('the periods of a graph begin at whole multiples of their length', () => {
  expect(roundWindows(7 * MINUTE, 16 * MINUTE, 5 * MINUTE)).toEqual({
    from: 5 * MINUTE,
    period: 5 * MINUTE,
    count: 3,
  });
});
