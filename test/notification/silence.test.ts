import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { readSilence, silenceDocument } from '../../shared/notification/read-silence.ts';
import {
  type Candidate,
  isMeant,
  type Matcher,
  type Silence,
  silencing,
  standingOf,
} from '../../shared/notification/silence.ts';
import { DUE, notification } from './notices.ts';

const candidate: Candidate = {
  notification: notification({ ticket: { tenant: 'north', source: 'desk', id: 'T1' } }),
  policy: 'acme',
  judged: { severity: 'A', product: 'rocket', seats: 40 },
};

const silence = (facts: Partial<Silence> = {}): Silence => ({
  id: 's1',
  kind: 'silence',
  matcher: { source: 'desk' },
  from: DUE - HOUR,
  to: DUE + HOUR,
  author: 'erika',
  reason: 'we know',
  ...facts,
});

describe('a silence', () => {
  it.each<[Matcher, boolean]>([
    [{ source: 'desk' }, true],
    [{ source: 'other' }, false],
    [{ tenant: 'north' }, true],
    [{ tenant: 'south' }, false],
    [{ ticket: 'T1' }, true],
    [{ ticket: 'T11' }, false],
    [{ policy: 'acme' }, true],
    [{ policy: 'other' }, false],
    [{ metric: 'first response' }, true],
    [{ metric: 'resolution' }, false],
    [{ channel: 'page' }, true],
    [{ channel: 'email' }, false],
    [{ recipient: 'on call' }, true],
    [{ recipient: 'manager' }, false],
    [{ for: { severity: ['A', 'B'] } }, true],
    [{ for: { severity: ['B'] } }, false],
    [{ for: { seats: ['40'], product: { not: ['plane'] } } }, true],
    [{ for: { vip: { known: true } } }, false],
    [{ for: { severity: ['A'] }, source: 'desk', channel: 'page' }, true],
    [{ for: { severity: ['A'] }, source: 'desk', channel: 'email' }, false],
  ])('that is for %j matches: %s', (matcher, expected) => {
    expect(isMeant(matcher, candidate)).toBe(expected);
  });

  it.each<[Partial<Silence>, number, 'to come' | 'in force' | 'over']>([
    [{}, DUE - HOUR - 1, 'to come'],
    [{}, DUE - HOUR, 'in force'],
    [{}, DUE + HOUR - 1, 'in force'],
    [{}, DUE + HOUR, 'over'],
    [{ ended: { by: 'max', at: DUE } }, DUE - 1, 'in force'],
    [{ ended: { by: 'max', at: DUE } }, DUE, 'over'],
    [{ ended: { by: 'max', at: DUE - 2 * HOUR } }, DUE - HOUR, 'over'],
  ])('%j stands at %d as: %s', (facts, now, expected) => {
    expect(standingOf(silence(facts), now)).toBe(expected);
  });

  it('holds until it ends, and is looked at every quarter of an hour', () => {
    const detail = 'erika: we know';
    expect(silencing([silence()], candidate, DUE)).toEqual({ why: 'silenced', until: DUE + 15 * MINUTE, detail });
    expect(silencing([silence({ to: DUE + MINUTE })], candidate, DUE)?.until).toBe(DUE + MINUTE);
    expect(silencing([silence({ to: DUE })], candidate, DUE)).toBeUndefined();
    expect(silencing([], candidate, DUE)).toBeUndefined();
  });

  it('among several is the one that lasts longest', () => {
    const planned = silence({ kind: 'maintenance', to: DUE + 2 * MINUTE, reason: 'a new\nrelease' });
    expect(silencing([silence({ to: DUE + MINUTE }), planned], candidate, DUE)).toEqual({
      why: 'maintenance',
      until: DUE + 2 * MINUTE,
      detail: 'erika: a new release',
    });
  });
});

const asked = { id: 's1', author: 'erika', now: DUE };
const TO = new Date(DUE + HOUR).toISOString();
const GOOD = { for: { severity: 'A' }, source: 'desk', to: TO, reason: 'we know' };

describe('a silence that is asked for', () => {
  it('begins now, is a silence, and has whoever asks for its author, unless it says otherwise', () => {
    const matcher = { for: { severity: ['A'] }, source: 'desk' };
    const read = { id: 's1', kind: 'silence', matcher, from: DUE, to: DUE + HOUR, author: 'erika', reason: 'we know' };
    expect(readSilence(GOOD, asked)).toEqual({ silence: read });
    expect(readSilence({ ...GOOD, kind: 'maintenance', from: '2026-01-05T09:30:00Z', by: 'max' }, asked)).toMatchObject(
      { silence: { kind: 'maintenance', from: DUE + 30 * MINUTE, author: 'max' } },
    );
  });

  it.each<[string, object, readonly string[]]>([
    ['no end', { to: undefined }, ['to']],
    ['no reason', { reason: ' ' }, ['reason']],
    ['an end before it begins', { from: TO, to: TO }, ['to']],
    ['an end that is past', { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }, ['to']],
    ['no end for more than a year', { to: new Date(DUE + 366 * DAY + 1).toISOString() }, ['to']],
    ['nothing to go by', { for: {}, source: undefined }, ['']],
    ['several mistakes', { metric: 'reply', tenant: '', to: 'soon' }, ['tenant', 'metric', 'to']],
    ['something unheard of', { sauce: 'desk' }, ['sauce']],
  ])('with %s is refused', (_, facts, places) => {
    const read = readSilence(JSON.parse(JSON.stringify({ ...GOOD, ...facts })), asked);
    expect('findings' in read && read.findings.map(({ path }) => path.join('.'))).toEqual(places);
  });

  it('may be as long as a year and a day', () => {
    expect(readSilence({ ...GOOD, to: new Date(DUE + 366 * DAY).toISOString() }, asked)).toHaveProperty('silence');
  });

  it('is told as it was asked for', () => {
    expect(silenceDocument(silence({ ended: { by: 'max', at: DUE } }), DUE)).toEqual({
      id: 's1',
      kind: 'silence',
      source: 'desk',
      from: '2026-01-05T08:00:00.000Z',
      to: '2026-01-05T10:00:00.000Z',
      reason: 'we know',
      by: 'erika',
      standing: 'over',
      ended: { by: 'max', at: '2026-01-05T09:00:00.000Z' },
    });
  });
});
