import { describe, expect, it } from 'vitest';
import { DOCUMENT, folderWith } from './scratch.ts';
import { typed } from './typed.ts';

const BERLIN = '--preset acme-support --calendar berlin';

const answers = async (lines: readonly (object | string)[], command = `calendar add ${BERLIN}`) => {
  const input = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line)));
  const { code, out } = await typed(command, { input });
  expect(code).toBe(0);
  return out.split('\n').map(line => JSON.parse(line));
};

describe('calendar add', () => {
  it.each([
    ['90m', '2026-03-02T10:30:00+01:00'],
    ['1h 30m', '2026-03-02T10:30:00+01:00'],
    ['PT1H30M', '2026-03-02T10:30:00+01:00'],
    ['pt0.25s', '2026-03-02T09:00:00.250+01:00'],
    ['-30m', '2026-02-27T15:30:00+01:00'],
    ['-PT30M', '2026-02-27T15:30:00+01:00'],
    ['0m', '2026-03-02T09:00:00+01:00'],
    ['3 business days', '2026-03-05T09:00:00+01:00'],
    ['end of next day', '2026-03-04T00:00:00+01:00'],
    ['end of next business day', '2026-03-03T17:00:00+01:00'],
  ])('%s from Monday 09:00 is %s', async (duration, at) => {
    const { out, code } = await typed(`calendar add ${BERLIN} --from 2026-03-02T09:00+01:00 --duration '${duration}'`);
    expect(out).toBe(JSON.stringify({ at }));
    expect(code).toBe(0);
  });

  it('writes times in the zone that is asked for', async () => {
    const { out } = await typed(`calendar add ${BERLIN} --from 1772438400000 --duration 90m --zone Asia/Kolkata`);
    expect(out).toBe('{"at":"2026-03-02T15:00:00+05:30"}');
  });

  it('refuses a day as a length, which is not always the same', async () => {
    const { code, err } = await typed(`calendar add ${BERLIN} --from 2026-03-02T09:00Z --duration 2d`);
    expect(code).toBe(2);
    expect(err).toMatch(/found "2d".*a day has no one length/);
  });
});

describe('a stream of questions', () => {
  it('is answered in its order, whatever each line asks', async () => {
    expect(
      await answers([
        { op: 'open', at: '2026-03-02T09:00:00+01:00' },
        { op: 'elapsed', from: '2026-03-02T09:00:00+01:00', to: 1772442000500 },
        { op: 'elapsed', from: '2026-03-09T09:00:00+01:00', to: '2026-03-02T09:00:00+01:00' },
        { from: '2026-03-02T09:00:00+01:00', duration: 'PT90M' },
        { from: '2026-03-02T09:00:00+01:00', duration: 5_400_000 },
        { op: 'open', at: '2026-10-03T12:00:00+02:00' },
        { op: 'open', at: '2026-03-02T09:00:00+01:00', calendar: 'always' },
      ]),
    ).toEqual([
      { open: true, next: '2026-03-02T17:00:00+01:00' },
      { elapsed: 'PT1H0.5S', milliseconds: 3_600_500 },
      { elapsed: '-PT38H', milliseconds: -136_800_000 },
      { at: '2026-03-02T10:30:00+01:00' },
      { at: '2026-03-02T10:30:00+01:00' },
      { open: false, next: '2026-10-05T09:00:00+02:00' },
      { open: true, next: null },
    ]);
  });

  it('goes on after a line that cannot be answered', async () => {
    const found = await answers([
      'rubbish',
      '[]',
      { op: 'fly' },
      { op: 'add', from: '2026-02-30T09:00Z', duration: '1h' },
      { op: 'add', from: '2026-03-02 09:00', duration: '1h' },
      { op: 'add', from: '2026-03-02T09:00Z' },
      { op: 'open', at: -5 },
      { op: 'open', at: 1772438400000, calendar: 'paris' },
      { op: 'open', at: 1772438400000, calendar: 7 },
      { op: 'add', from: 1772438400000, duration: '9999999h' },
      { op: 'open', at: 1772438400000 },
    ]);
    expect(found.slice(0, -1).map(line => Object.keys(line))).toEqual(Array.from({ length: 10 }, () => ['error']));
    expect(found.at(-1)).toEqual({ open: true, next: '2026-03-02T17:00:00+01:00' });
  });
});

describe('calendar show', () => {
  it('prints the hours of every date, with holidays, exceptions and changes of the clocks', async () => {
    const december = (await typed(`calendar show ${BERLIN} --month 2026-12`)).out;
    expect(december).toContain('December 2026, Europe/Berlin');
    expect(december).toMatch(/Thu 24 {2}09:00-12:00 +3h +exception/);
    expect(december).toMatch(/Fri 25 {2}closed +holiday/);
    expect(december).toMatch(/Fri 18 {2}09:00-12:30 13:30-16:00 {2}6h/);
    expect((await typed(`calendar show ${BERLIN} --month 2026-10`)).out).toMatch(/Sun 25 .*a day of 25h/);
  });

  it('shows the present month where none is named', async () => {
    const { out } = await typed(`calendar show ${BERLIN} --json`);
    const { month, zone, open, days } = JSON.parse(out);
    expect([month, zone, open, days.length]).toEqual(['2026-11', 'Europe/Berlin', 'PT164H', 30]);
    expect(days[27]).toEqual({
      date: '2026-11-28',
      because: 'exception',
      windows: ['10:00-14:00'],
      open: 'PT4H',
      length: 'PT24H',
    });
  });
});

describe('a calendar', () => {
  it.each([
    ['--preset nowhere', /found "nowhere", expected one of acme-support, /],
    ['--preset acme-support', /name one with --calendar: always, berlin, tokyo, beijing/],
    ['--preset acme-support --calendar paris', /there is no calendar "paris"/],
    ['--preset acme-support --file x.yaml', /found --file and --preset/],
    ['--calendar office', /no table; name it with --table/],
    ['--preset acme-support --calendar berlin --zone Mars', /found "Mars", expected an IANA time zone/],
  ])('is not found by %s', async (options, message) => {
    const { code, err } = await typed(`calendar open --at 0 ${options}`);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(err.split('\n')).toHaveLength(1);
  });

  it('is not found in a file that is not there', async () => {
    const { code, err } = await typed('calendar open --at 0 --file nowhere.yaml');
    expect([code, err]).toEqual([1, expect.stringContaining('there is no file')]);
  });
});

it('a calendar whose hours differ from ticket to ticket is asked for a ticket', async () => {
  const zone = 'zone: { attribute: their zone, otherwise: Europe/Berlin }';
  const folder = folderWith({ 'acme.yaml': DOCUMENT.replace('zone: Europe/Berlin', zone) });
  const open = (options: string) =>
    typed(`calendar open --file acme.yaml --at 2026-03-02T00:00:00Z ${options}`, { folder });
  expect((await open('')).out).toBe('{"open":false,"next":"2026-03-02T09:00:00+01:00"}');
  expect((await open("--ticket 'their zone=Asia/Tokyo'")).out).toBe('{"open":true,"next":"2026-03-02T17:00:00+09:00"}');
  expect((await open('--ticket nonsense')).err).toContain('found "nonsense", expected NAME=VALUE');
});
