import { describe, expect, it } from 'vitest';
import { compact, timeTicks, valueTicks } from '../../../../infra/local/console/page/board/axis.ts';
import { strokesOf } from '../../../../infra/local/console/page/board/strokes.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/calendar/instant.ts';

describe('a graph', () => {
  it.each([
    [[], [0, 0.5, 1]],
    [[0], [0, 0.5, 1]],
    [[3], [0, 1, 2, 3]],
    [
      [7, 2],
      [0, 5, 10],
    ],
    [[100], [0, 50, 100]],
    [[0.001], [0, 0.0005, 0.001]],
    [[1_220_000], [0, 500_000, 1_000_000, 1_500_000]],
  ])('of the values %j names %j', (values, expected) => {
    expect(valueTicks(values)).toEqual(expected);
  });

  it.each([
    [30 * MINUTE, 3 * HOUR + 30 * MINUTE, [1, 2, 3]],
    [0, 12 * HOUR, [0, 3, 6, 9, 12]],
    [HOUR, 8 * DAY, [24, 48, 72, 96, 120, 144, 168, 192]],
  ])('from %i to %i names whole hours', (from, to, hours) => {
    expect(timeTicks(from, to)).toEqual(hours.map(hour => hour * HOUR));
  });

  it.each([
    [0.0005, '0.0005'],
    [382.4, '382'],
    [60_000, '60K'],
    [1_220_000, '1.22M'],
  ])('writes %d as %s', (value, expected) => {
    expect(compact(value)).toBe(expected);
  });

  it('joins what follows on one another, and what stands alone is a dot', () => {
    const line = { label: 'any', from: 0, period: 10, values: [9, 1, 2, null, 3, null, 4, 5] };
    const { joined, dots } = strokesOf(
      line,
      { from: 10, to: 70 },
      at => at,
      value => -value,
    );
    expect(joined).toBe('M10 -1L20 -2M60 -4L70 -5');
    expect(dots).toBe('M40 -3h0');
  });
});
