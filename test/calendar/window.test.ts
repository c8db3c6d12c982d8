import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { formatWindow, parseWindow } from '../../shared/calendar/window.ts';

describe('a window', () => {
  it.each([
    ['09:00-17:00', 9 * HOUR, 17 * HOUR],
    ['00:00-24:00', 0, 24 * HOUR],
    ['13:30-24:00', 13.5 * HOUR, 24 * HOUR],
    ['22:00-06:00', 22 * HOUR, 30 * HOUR],
    ['22:00-00:00', 22 * HOUR, 24 * HOUR],
    ['23:59-00:01', 24 * HOUR - MINUTE, 24 * HOUR + MINUTE],
  ])('%s is read', (text, from, to) => {
    expect(parseWindow(text)).toEqual({ from, to });
  });

  it.each([
    ['9-17', '"9-17" is not a window; expected HH:MM-HH:MM such as 09:00-17:00'],
    ['09:00', '"09:00" is not a window'],
    ['09:00-25:00', '"25:00" in "09:00-25:00" is not a time of day; expected 00:00 to 24:00'],
    ['09:00-24:01', '"24:01" in "09:00-24:01" is not a time of day'],
    ['09:60-17:00', '"09:60" in "09:60-17:00" is not a time of day'],
    ['24:00-06:00', '"24:00-06:00" begins at 24:00'],
    ['09:00-09:00', '"09:00-09:00" is empty; the whole day is 00:00-24:00'],
    ['00:00-00:00', '"00:00-00:00" is empty'],
  ])('%s is refused', (text, reason) => {
    expect(() => parseWindow(text)).toThrow(reason);
  });

  it.each(['09:00-17:00', '00:00-24:00', '22:00-06:00'])('%s is written as it was read', text => {
    expect(formatWindow(parseWindow(text))).toBe(text);
  });
});
