import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../../shared/calendar/duration.ts';
import { HOUR, MINUTE, SECOND } from '../../shared/calendar/instant.ts';

describe('a duration', () => {
  it.each([
    ['2h', 2 * HOUR],
    ['30m', 30 * MINUTE],
    ['1h30m', 90 * MINUTE],
    ['1h 30m', 90 * MINUTE],
    [' 45s ', 45 * SECOND],
    ['36h', 36 * HOUR],
    ['0m', 0],
    ['PT4H', 4 * HOUR],
    ['PT90M', 90 * MINUTE],
    ['PT1H30M', 90 * MINUTE],
    ['PT1H0M5S', HOUR + 5 * SECOND],
  ])('%s is read', (text, duration) => {
    expect(parseDuration(text)).toBe(duration);
  });

  it.each(['', ' ', '2d', 'P1D', 'P1DT2H', 'PT', '2', '2 hours', '1.5h', '-2h', '+2h', '30m1h', '2H', 'h', 'PT1.5H'])(
    '"%s" is none',
    text => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it.each([
    [90 * MINUTE, '1h 30m'],
    [-5 * MINUTE, '-5m'],
    [HOUR + SECOND, '1h 1s'],
    [50 * HOUR, '50h'],
    [0, '0m'],
    [-999, '0m'],
    [1999, '1s'],
  ])('%d ms is written %s', (duration, text) => {
    expect(formatDuration(duration)).toBe(text);
  });

  it('is read as it is written', () => {
    const seconds = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(fc.property(seconds, count => parseDuration(formatDuration(count * SECOND)) === count * SECOND));
  });
});
