import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, EARLIEST, HOUR, LATEST } from '../../shared/calendar/instant.ts';
import { instantAt, isZone, regimesBetween, wallClock } from '../../shared/calendar/zone.ts';
import { at, shown } from './opening-hours.ts';

describe('the clock on the wall', () => {
  it('shows what Intl says, in every zone at any time', () => {
    const zone = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'));
    const instant = fc.integer({ min: EARLIEST, max: LATEST - 1 });
    const agrees = (name: string, t: number) => {
      const wall = new Date(wallClock(name, t)).toISOString().slice(0, 19).replace('T', ' ');
      expect(wall).toBe(shown(t, name));
    };
    fc.assert(fc.property(zone, instant, agrees), { numRuns: 2_000 });
  });

  // Seven days, minus the hour: the shortest that clocks have been, or will be, on another time.
  it.each([
    ['America/Recife', '2000-10-11T12:00Z', -2],
    ['America/Noronha', '2000-10-11T12:00Z', -1],
    ['Asia/Gaza', '2040-10-23T12:00Z', 2],
    ['Asia/Gaza', '2054-03-31T12:00Z', 2],
    ['Asia/Gaza', '2072-10-25T12:00Z', 2],
  ])('a change taken back within a week is found: %s, %s', (zone, text) => {
    const around = regimesBetween(zone, at(text) - 12 * DAY, at(text) + 12 * DAY);
    expect(around.map(({ to }) => shown(to, zone))).toHaveLength(3);
  });

  it('changes to the second', () => {
    expect(wallClock('Africa/Monrovia', at('1972-01-07T00:44:29Z'))).toBe(Date.UTC(1972, 0, 6, 23, 59, 59));
    expect(wallClock('Africa/Monrovia', at('1972-01-07T00:44:30Z'))).toBe(Date.UTC(1972, 0, 7, 0, 44, 30));
  });

  it.each([
    ['in winter', '2026-01-05T09:00', '2026-01-05T09:00+01:00'],
    ['skipped: the moment the clocks go forward', '2026-03-29T02:30', '2026-03-29T03:00+02:00'],
    ['repeated: the first time', '2026-10-25T02:30', '2026-10-25T02:30+02:00'],
  ])('first shows a time %s', (_, wall, instant) => {
    expect(instantAt('Europe/Berlin', at(`${wall}Z`))).toBe(at(instant));
  });

  it('regimes follow one another without a gap', () => {
    const regimes = regimesBetween('Europe/Berlin', at('1979-06-01T00:00Z'), at('1990-06-01T00:00Z'));
    expect(regimes.slice(1).map(({ from }) => from)).toEqual(regimes.slice(0, -1).map(({ to }) => to));
    expect(new Set(regimes.map(({ offset }) => offset))).toEqual(new Set([HOUR, 2 * HOUR]));
  });

  it('a zone is a name that the runtime knows', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', ''].map(isZone)).toEqual([true, true, false, false]);
  });
});
