import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { at, calendar, everyDay, shown } from './opening-hours.ts';

describe('on the day the clocks change, the clock on the wall decides', () => {
  it.each([
    ['00:00-24:00', 'Europe/Berlin', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 23],
    ['00:00-24:00', 'Europe/Berlin', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 25],
    ['02:30-10:00', 'Europe/Berlin', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 7],
    ['02:30-10:00', 'Europe/Berlin', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 8],
    ['02:00-03:00', 'Europe/Berlin', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 0],
    ['02:00-03:00', 'Europe/Berlin', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 2],
    ['22:00-06:00', 'Europe/Berlin', '2026-03-28T12:00+01:00', '2026-03-29T12:00+02:00', 7],
    ['22:00-06:00', 'Europe/Berlin', '2026-10-24T12:00+02:00', '2026-10-25T12:00+01:00', 9],
    ['00:00-24:00', 'Australia/Lord_Howe', '2023-10-01T00:00+10:30', '2023-10-02T00:00+11:00', 23.5],
    ['00:00-24:00', 'Australia/Lord_Howe', '2023-04-02T00:00+11:00', '2023-04-03T00:00+10:30', 24.5],
    ['00:00-24:00', 'America/Sao_Paulo', '2017-10-15T01:00-02:00', '2017-10-16T00:00-02:00', 23],
    ['23:00-24:00', 'America/Sao_Paulo', '2018-02-17T12:00-02:00', '2018-02-18T12:00-03:00', 2],
    ['00:00-00:30', 'Asia/Beirut', '2022-03-26T12:00+02:00', '2022-03-27T12:00+03:00', 0],
    ['22:00-06:00', 'Africa/Cairo', '2023-04-27T12:00+02:00', '2023-04-28T12:00+03:00', 7],
  ])('%s in %s from %s to %s', (window, zone, from, to, hours) => {
    expect(calendar({ zone, week: everyDay(window) }).elapsed(at(from), at(to))).toBe(hours * HOUR);
  });

  it('a window that begins at a skipped time opens when the clocks have gone forward', () => {
    const early = calendar({ week: everyDay('02:30-10:00') });
    const [span, ...more] = early.spans(at('2026-03-29T00:00+01:00'), at('2026-03-29T12:00+02:00'));
    expect([shown(span!.from), shown(span!.to), more.length]).toEqual([
      '2026-03-29 03:00:00',
      '2026-03-29 10:00:00',
      0,
    ]);
  });

  it('a window inside the hour that is repeated opens twice', () => {
    const early = calendar({ week: everyDay('02:15-02:45') });
    expect([...early.spans(at('2026-10-25T00:00+02:00'), at('2026-10-25T12:00+01:00'))]).toEqual([
      { from: at('2026-10-25T02:15+02:00'), to: at('2026-10-25T02:45+02:00') },
      { from: at('2026-10-25T02:15+01:00'), to: at('2026-10-25T02:45+01:00') },
    ]);
  });
});

describe('zones with a past', () => {
  it('a date that Samoa skipped adds nothing', () => {
    const samoa = calendar({ zone: 'Pacific/Apia', week: everyDay('09:00-17:00') });
    const thursday = at('2011-12-29T09:00-10:00');
    expect(samoa.elapsed(thursday, thursday + 48 * HOUR)).toBe(16 * HOUR);
    expect(shown(samoa.add(thursday, 9 * HOUR), 'Pacific/Apia')).toBe('2011-12-31 10:00:00');
  });

  it('a holiday or a make-up day on a date that was skipped changes nothing', () => {
    const week = everyDay('09:00-17:00');
    const plain = calendar({ zone: 'Pacific/Apia', week });
    const special = calendar({ zone: 'Pacific/Apia', week, exceptions: { '2011-12-30': ['00:00-24:00'] } });
    const days = [at('2011-12-28T00:00-10:00'), at('2012-01-02T00:00+14:00')] as const;
    expect(special.elapsed(...days)).toBe(plain.elapsed(...days));
  });

  it('an offset of 44 minutes and 30 seconds is kept to the second', () => {
    const liberia = calendar({ zone: 'Africa/Monrovia', week: everyDay('09:00-17:00') });
    expect(liberia.nextOpening(at('1971-12-01T00:00Z'))).toBe(at('1971-12-01T09:44:30Z'));
    expect(liberia.elapsed(at('1972-01-06T12:00Z'), at('1972-01-08T12:00Z'))).toBe(16 * HOUR + 44.5 * MINUTE);
  });
});
