import { expect, it } from 'vitest';
import { statisticNamed, statisticOf } from '../../../../infra/local/watch/statistic.ts';

it.each([
  ['Sum', 16],
  ['Average', 4],
  ['Minimum', 1],
  ['Maximum', 8],
  ['SampleCount', 4],
  ['p50', 2],
  ['p75', 5],
  ['p99', 8],
  ['p0', 1],
])('the %s of 5, 1, 8 and 2 is %s', (name, expected) => {
  expect(statisticOf([5, 1, 8, 2], statisticNamed(name))).toBe(expected);
  expect(statisticOf([], statisticNamed(name))).toBeUndefined();
});

it('a statistic that is not known here says so', () => {
  expect(() => statisticNamed('TM(10%:90%)')).toThrow('TM(10%:90%), which is not known');
});
