import { describe, expect, it } from 'vitest';
import { formulaOf } from '../../../../infra/local/watch/formula.ts';

describe('a formula of metric math', () => {
  const values: Readonly<Record<string, number>> = { a: 6, b: 3, none: 0 };
  it.each([
    ['a + b * 2', 12],
    ['(a + b) * 2', 18],
    ['a - b - 1', 2],
    ['a / b', 2],
    ['100 * b / a', 50],
    ['a >= 6', 1],
    ['a < b', 0],
    ['a != b', 1],
    ['IF(a >= 5, 100 * b / a, 0)', 50],
    ['IF(a > 6, 1, b)', 3],
    ['FILL(a, 0)', 6],
    ['a + missing', 6],
    ['a / none', undefined],
  ])('%s is %s', (expression, expected) => {
    expect(formulaOf(expression).value(id => values[id])).toBe(expected);
  });

  it('names its metrics, and what fills them where they say nothing', () => {
    expect(formulaOf('FILL(a, 0) + b')).toMatchObject({ ids: ['a', 'b'], fills: { a: 0 } });
  });

  it.each(['a +', 'a b', 'SUM(a)', 'IF(a)', 'a & b', '(a'])('%s is not understood here, and says so', expression => {
    expect(() => formulaOf(expression)).toThrow('not understood on this machine');
  });
});
