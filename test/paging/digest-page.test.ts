import { describe, expect, it } from 'vitest';
import { told } from '../../shared/notification/told.ts';
import { en } from '../../shared/notification/wording/en.ts';
import { WORDINGS } from '../../shared/notification/wording/wordings.ts';
import { digestPage } from '../../shared/paging/digest-page.ts';
import { digestEntries, facts, READER } from '../notification/mail-facts.ts';

describe('a page for several notifications', () => {
  it('says how many there are and which is the worst, and shows the ten worst', () => {
    const page = digestPage(digestEntries(16, en), 4, en);
    expect(page.summary).toBe('20 promises at risk, the worst: overdue: First response on INC106 (P1)');
    expect(Object.keys(page.details)).toHaveLength(11);
    expect(Object.entries(page.details)[0]).toEqual([
      '1. INC106',
      '[P1] First response is overdue by 2 hours, 36 minutes.',
    ]);
    expect(page.details.more).toBe('and 10 more');
    expect(page.link?.url).toBe('https://help.example/INC106');
  });

  it.each([
    [{ kind: 'breach', rank: 0 }, 'critical'],
    [{ kind: 'overdue', rank: 1 }, 'error'],
    [{ kind: 'warning', rank: 0 }, 'warning'],
    [{ kind: 'age', rank: 0 }, 'info'],
  ] as const)('is as severe as the worst: %j is %s', (worst, severity) => {
    const entries = [facts({ kind: 'age', rank: 2 }), facts(worst)].map(one => ({
      facts: one,
      told: told(one, en, READER),
    }));
    expect(digestPage(entries, 0, en).severity).toBe(severity);
  });

  it.each(WORDINGS.map(wording => [wording.language, wording] as const))('is told in %s', (_language, wording) => {
    const { summary } = digestPage(digestEntries(3, wording), 0, wording);
    expect(summary).toContain(wording.digest.headline(3));
  });

  it('of nothing is no page', () => {
    expect(() => digestPage([], 1, en)).toThrow('at least one notification');
  });

  it('is one line, whatever a ticket is called', () => {
    const one = facts({ ticket: { tenant: '', source: 'a', id: 'T\r\n\u202E1' } });
    const page = digestPage([{ facts: one, told: told(one, en, READER) }], 0, en);
    expect([page.summary, ...Object.keys(page.details)].join('')).not.toMatch(/[\r\n\u202E]/);
  });
});
