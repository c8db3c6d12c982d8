import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../shared/calendar/calendar.ts';
import { ALWAYS } from '../../shared/calendar/definition.ts';
import { DAY, EARLIEST, HOUR, LATEST, MINUTE } from '../../shared/calendar/instant.ts';
import { at, calendar, everyDay, shown, weekdays } from './opening-hours.ts';

describe('working hours', () => {
  const office = calendar();
  const monday = at('2026-01-05T09:00+01:00');

  it('eight hours from 09:00 end at 17:00 the same day, and a millisecond more the next morning', () => {
    expect(shown(office.add(monday, 8 * HOUR))).toBe('2026-01-05 17:00:00');
    expect(office.add(monday, 8 * HOUR + 1)).toBe(at('2026-01-06T09:00+01:00') + 1);
  });

  it('eight hours back from 17:00 end at 09:00, and from 09:00 at 09:00 the working day before', () => {
    expect(shown(office.add(at('2026-01-05T17:00+01:00'), -8 * HOUR))).toBe('2026-01-05 09:00:00');
    expect(shown(office.add(monday, -8 * HOUR))).toBe('2026-01-02 09:00:00');
    expect(office.add(monday, -1)).toBe(at('2026-01-02T17:00+01:00') - 1);
  });

  it('adding nothing stays, open or closed', () => {
    expect(office.add(monday, 0)).toBe(monday);
    expect(office.add(at('2026-01-04T12:00+01:00'), 0)).toBe(at('2026-01-04T12:00+01:00'));
  });

  it('a window is open at its first millisecond and closed at its end', () => {
    expect([monday - 1, monday, monday + 8 * HOUR - 1, monday + 8 * HOUR].map(t => office.isOpen(t))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('a week holds forty hours, and counts backwards as less than nothing', () => {
    expect(office.elapsed(monday, monday + 7 * DAY)).toBe(40 * HOUR);
    expect(office.elapsed(monday + 7 * DAY, monday)).toBe(-40 * HOUR);
  });

  it('opens next at once when open, and on Monday when it is Saturday', () => {
    expect(office.nextOpening(monday + MINUTE)).toBe(monday + MINUTE);
    expect(shown(office.nextOpening(at('2026-01-03T12:00+01:00')))).toBe('2026-01-05 09:00:00');
  });

  it('its spans are cut at both ends of what is asked', () => {
    const spans = [...office.spans(at('2026-01-05T16:00+01:00'), at('2026-01-07T10:00+01:00'))];
    expect(spans.map(({ from, to }) => `${shown(from)} to ${shown(to)}`)).toEqual([
      '2026-01-05 16:00:00 to 2026-01-05 17:00:00',
      '2026-01-06 09:00:00 to 2026-01-06 17:00:00',
      '2026-01-07 09:00:00 to 2026-01-07 10:00:00',
    ]);
    expect([...office.spans(monday, monday)]).toEqual([]);
  });
});

describe('windows', () => {
  const day = [at('2026-01-06T00:00+01:00'), at('2026-01-07T00:00+01:00')] as const;

  it.each([
    ['a lunch break does not count', weekdays('09:00-12:00', '13:00-17:00'), 7],
    ['windows that overlap count once', weekdays('09:00-13:00', '12:00-17:00'), 8],
    ['windows in no order count the same', weekdays('13:00-17:00', '09:00-12:00'), 7],
    ['24:00 is the end of the day', weekdays('00:00-24:00'), 24],
    ['a night shift belongs half to the day before', weekdays('22:00-06:00'), 8],
    ['a night shift that reaches into the morning window counts once', weekdays('22:00-10:00', '08:00-12:00'), 14],
  ])('%s', (_, week, hours) => {
    expect(calendar({ week }).elapsed(...day)).toBe(hours * HOUR);
  });

  it('windows that touch are one span, at midnight and over New Year too', () => {
    const nights = calendar({ week: everyDay('22:00-24:00', '00:00-06:00') });
    expect([...nights.spans(at('2025-12-31T12:00+01:00'), at('2026-01-01T12:00+01:00'))]).toEqual([
      { from: at('2025-12-31T22:00+01:00'), to: at('2026-01-01T06:00+01:00') },
    ]);
    expect([...compileCalendar(ALWAYS).spans(at('2020-05-01T00:00Z'), at('2026-05-01T00:00Z'))]).toHaveLength(1);
  });

  it("Friday's night shift runs into a Saturday that is closed, and Sunday's is not there on Monday", () => {
    const nights = calendar({ week: weekdays('22:00-06:00') });
    expect(nights.isOpen(at('2026-01-10T05:59+01:00'))).toBe(true);
    expect(nights.isOpen(at('2026-01-12T05:59+01:00'))).toBe(false);
  });
});

describe('dates that differ', () => {
  const office = calendar({
    holidays: ['2026-01-06', '2026-01-09'],
    exceptions: { '2026-01-09': ['09:00-12:00'], '2026-01-10': ['10:00-14:00'], '2026-01-08': [] },
  });

  it.each([
    ['a holiday is closed although its weekday has windows', '2026-01-06', 0],
    ['an exceptional day may be closed', '2026-01-08', 0],
    ['a half day wins over the holiday it falls on', '2026-01-09', 3],
    ['a make-up Saturday is open', '2026-01-10', 4],
    ['any other day has its own windows', '2026-01-07', 8],
  ])('%s', (_, date, hours) => {
    const midnight = at(`${date}T00:00+01:00`);
    expect(office.elapsed(midnight, midnight + DAY)).toBe(hours * HOUR);
  });

  it('a night shift that began before a holiday is worked to its end, and none begins on it', () => {
    const nights = calendar({ week: everyDay('22:00-06:00'), holidays: ['2026-01-06'] });
    expect(nights.elapsed(at('2026-01-06T00:00+01:00'), at('2026-01-07T22:00+01:00'))).toBe(6 * HOUR);
  });

  it('a date that is none is refused', () => {
    expect(() => calendar({ exceptions: { '2026-02-30': [] } })).toThrow('"2026-02-30" is not a date');
  });
});

describe('the years a calendar covers', () => {
  const office = calendar();

  it('it answers at both ends of 1970-2100', () => {
    const always = compileCalendar(ALWAYS);
    expect(always.elapsed(EARLIEST, LATEST)).toBe(LATEST - EARLIEST);
    expect([always.isOpen(LATEST - 1), always.isOpen(LATEST)]).toEqual([true, false]);
    expect(always.add(EARLIEST, LATEST)).toBe(LATEST);
    expect(always.add(LATEST, -LATEST)).toBe(EARLIEST);
    expect(shown(office.nextOpening(EARLIEST))).toBe('1970-01-01 09:00:00');
  });

  it('it is open at the first instant of a year when only the year before has been asked about, and the reverse', () => {
    const newYear = at('2027-01-01T00:00Z');
    for (const asked of [newYear - 1, newYear]) {
      const always = compileCalendar(ALWAYS);
      always.isOpen(asked);
      expect([newYear - 1, newYear].map(t => always.isOpen(t))).toEqual([true, true]);
      expect([...always.spans(newYear - HOUR, newYear + HOUR)]).toEqual([{ from: newYear - HOUR, to: newYear + HOUR }]);
      expect(always.add(newYear, -HOUR)).toBe(newYear - HOUR);
    }
  });

  it('it refuses an instant outside them, asked about or asked for', () => {
    expect(() => office.isOpen(-1)).toThrow(RangeError);
    expect(() => office.elapsed(0, LATEST + 1)).toThrow('outside the years 1970-2100');
    expect(() => office.elapsed(Number.NaN, 0)).toThrow(RangeError);
    expect(() => office.add(at('2100-12-31T12:00Z'), 9 * HOUR)).toThrow('does not open that much');
    expect(() => office.add(at('1970-01-02T12:00Z'), -999 * HOUR)).toThrow('does not open that much');
    expect(() => office.add(at('2026-01-05T12:00Z'), Number.NaN)).toThrow(RangeError);
    expect(() => office.nextOpening(at('2100-12-31T22:00Z'))).toThrow('does not open that much');
  });

  it('it refuses a zone there is not', () => {
    expect(() => calendar({ zone: 'Mars/Olympus' }).isOpen(0)).toThrow('"Mars/Olympus" is not an IANA time zone');
  });
});
