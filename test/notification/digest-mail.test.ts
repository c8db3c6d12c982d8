import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { digestMail } from '../../shared/notification/digest-mail.ts';
import type { Facts } from '../../shared/notification/facts.ts';
import { told } from '../../shared/notification/told.ts';
import { en } from '../../shared/notification/wording/en.ts';
import { WORDINGS } from '../../shared/notification/wording/wordings.ts';
import { worstFirst } from '../../shared/notification/worst-first.ts';
import { digestEntries, facts, READER } from './mail-facts.ts';
import { KEY } from './notices.ts';

const entry = (id: string, changes: Partial<Facts>) => {
  const one = facts({ ticket: { ...KEY, id }, ...changes });
  return { facts: one, told: told(one, en, READER) };
};

describe.each(WORDINGS.map(wording => [wording.language, wording] as const))('in %s', (language, wording) => {
  it('a digest reads as it should', async () => {
    const { subject, text } = digestMail(digestEntries(6, wording), 3, wording, READER);
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`../golden/mail/${language}-digest.txt`);
  });

  it('the same is said in HTML', () => {
    const entries = digestEntries(6, wording);
    const { html, subject } = digestMail(entries, 3, wording, READER);
    const said = entries.flatMap(({ told: { headline, ticket, due, link } }) => [headline, ticket, ...due, link!.url]);
    const around = [subject, wording.digest.headline(9), wording.digest.more(3), wording.digest.todo];
    expect([...said, ...around].filter(text => !html.includes(text))).toEqual([]);
  });
});

describe('a digest', () => {
  it('says how many promises there are, and which is the worst', () => {
    const entries = [entry('T-1', { kind: 'warning', severity: 'P2', rank: 1 }), entry('T-42', { span: 5 * MINUTE })];
    expect(digestMail(entries, 10, en, READER).subject).toBe(
      '12 promises at risk, the worst: breach: First response on T-42 (P1)',
    );
    expect(digestMail(entries.slice(0, 1), 0, en, READER).subject).toMatch(/^1 promise at risk, the worst: warning/);
  });

  it('has what is broken first, then what can be met, the most severe of these, and what is late for longest', () => {
    const p1 = { severity: 'P1', rank: 0 };
    const p3 = { severity: 'P3', rank: 2 };
    const entries = [
      entry('old', { kind: 'age', span: 90 * HOUR, ...p1 }),
      entry('later', { kind: 'warning', span: 20 * MINUTE, ...p3 }),
      entry('soon', { kind: 'warning', span: 5 * MINUTE, ...p3 }),
      entry('severe', { kind: 'warning', span: 50 * MINUTE, ...p1 }),
      entry('mild', { kind: 'overdue', span: 9 * HOUR, ...p3 }),
      entry('broken', { kind: 'breach', span: MINUTE, ...p1 }),
      entry('longest', { kind: 'overdue', span: HOUR, ...p1 }),
    ];
    const order = ['longest', 'broken', 'mild', 'severe', 'soon', 'later', 'old'];
    expect(worstFirst(entries).map(({ facts: { ticket } }) => ticket.id)).toEqual(order);
    const { text } = digestMail(entries, 0, en, READER);
    expect(order.map(id => text.indexOf(`   ${id} · `))).toEqual(
      order.map(id => text.indexOf(`   ${id} · `)).toSorted((a, b) => a - b),
    );
  });

  it('shows fifty at most and counts the others, in less than what Gmail cuts a mail at', () => {
    const { text, html } = digestMail(digestEntries(60, en), 7, en, READER);
    expect(html.match(/<tr>\n<td class="line"/g)).toHaveLength(50);
    expect(text).toContain('\n50. ');
    expect(text).not.toContain('\n51. ');
    for (const body of [text, html]) expect(body).toContain('and 17 more');
    expect(Buffer.byteLength(html)).toBeLessThan(102 * 1024);
  });

  it('says nothing of others where there are none', () => {
    expect(digestMail(digestEntries(2, en), 0, en, READER).text).not.toContain('more');
  });

  it('is about a digest, in no one metric', () => {
    expect(digestMail(digestEntries(2, en), 0, en, READER)).toMatchObject({ kind: 'digest', language: 'en' });
    expect(digestMail(digestEntries(2, en), 0, en, READER)).not.toHaveProperty('metric');
  });

  it('lets each be acknowledged where there is a link for it', () => {
    const reader = { ...READER, acknowledgeUrl: 'https://sla.example/ack?a=1&b=2' };
    const { text, html } = digestMail(digestEntries(1, en, reader), 0, en, READER);
    expect(text).toContain('Acknowledge: https://sla.example/ack?a=1&b=2');
    expect(html).toContain(
      'href="https://sla.example/ack?a=1&amp;b=2" aria-label="Acknowledge: INC100 · Mail is down"',
    );
  });

  it('of nothing is no digest', () => {
    expect(() => digestMail([], 3, en, READER)).toThrow('at least one notification');
  });

  it('holds what tickets say as text', () => {
    const evil = '<img src=x onerror=alert(1)>{{why}}"\r\n\u202E';
    const hostile = entry(evil, { attributes: { subject: evil }, severity: evil });
    const { html, subject } = digestMail([hostile], 0, en, { role: evil });
    expect(html).not.toContain('<img');
    expect(html.match(/\{\{why\}\}/g)!.length).toBeGreaterThan(1);
    expect(subject).not.toMatch(/[\r\n\u202E]/);
  });
});
