import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { METRICS } from '../../shared/metric/metrics.ts';
import type { Facts } from '../../shared/notification/facts.ts';
import { mailTexts } from '../../shared/notification/mail.ts';
import type { NotificationKind } from '../../shared/notification/notification.ts';
import { told } from '../../shared/notification/told.ts';
import { WORDINGS, wordingFor } from '../../shared/notification/wording/wordings.ts';
import { DUE, KEY } from './notices.ts';

const KINDS: readonly NotificationKind[] = ['warning', 'breach', 'overdue', 'age'];

const facts = (changes: Partial<Facts> = {}): Facts => ({
  ticket: KEY,
  kind: 'breach',
  metric: 'first response',
  now: DUE + 5 * MINUTE,
  dueAt: DUE,
  span: 5 * MINUTE,
  serviceHours: false,
  calendarZone: 'Europe/Berlin',
  severity: 'P1',
  rank: 0,
  status: 'open',
  policy: 'Gold support',
  attributes: { subject: 'Mail is down', plan: 'gold', seats: 250, url: 'https://help.example/INC123' },
  ...changes,
});

const SPANS: Readonly<Record<NotificationKind, number>> = {
  warning: 30 * MINUTE,
  breach: 0,
  overdue: 2.5 * HOUR,
  age: 75 * HOUR,
};

const reader = { role: 'on call', zone: 'Asia/Tokyo' };

describe.each(WORDINGS.map(wording => [wording.language, wording] as const))('in %s', (language, wording) => {
  const mails = (all: readonly Facts[]) =>
    all.map(one => mailTexts(told(one, wording, reader))).map(({ subject, text }) => `${subject}\n\n${text}`);

  it('every kind of notification reads as it should', async () => {
    const all = KINDS.map(kind => facts({ kind, span: SPANS[kind] }));
    await expect(mails(all).join('\n=====\n\n')).toMatchFileSnapshot(`../golden/mail/${language}.txt`);
  });

  it('every metric reads as it should, in service hours', async () => {
    const all = METRICS.map(({ name }) =>
      facts({ metric: name, kind: 'overdue', span: 26 * HOUR, serviceHours: true }),
    );
    const lines = all
      .map(one => told(one, wording, reader))
      .map(({ subject, headline, todo }) => [subject, headline, todo]);
    await expect(`${lines.flat().join('\n')}\n`).toMatchFileSnapshot(`../golden/mail/${language}-metrics.txt`);
  });

  it('a customer’s line is told where the policy has one', () => {
    const contact = { when: {}, phone: ['0800 589 2330', '069 380'], hours: '24x7', languages: ['de', 'en'] };
    const rows = told(facts({ contact }), wording, reader).rows;
    expect(Object.fromEntries(rows)[wording.labels.contact]).toMatch(/^0800 589 2330 \/ 069 380 \(24x7; .+\)$/);
    expect(told(facts(), wording, reader).rows.map(([label]) => label)).not.toContain(wording.labels.contact);
  });

  it('the same is said in HTML', async () => {
    const { html } = mailTexts(told(facts(), wording, reader));
    await expect(html).toMatchFileSnapshot(`../golden/mail/${language}.html`);
  });
});

describe('a language', () => {
  it.each([
    [undefined, 'en'],
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['ja-JP', 'ja'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-hk', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['fr', 'en'],
    ['', 'en'],
  ])('%s is told in %s', (tag, expected) => {
    expect(wordingFor(tag).language).toBe(expected);
  });
});

describe('what a ticket says', () => {
  const evil = '<img src=x onerror=alert(1)>\r\nBcc: all@example.test \u202Egpj.exe';

  it('is text in HTML, never markup', () => {
    const { html } = mailTexts(
      told(facts({ attributes: { subject: evil, [evil]: evil }, policy: evil, severity: evil }), wordingFor('en'), {
        role: evil,
      }),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('cannot add a header, nor turn the text around', () => {
    const { subject } = told(facts({ attributes: { subject: evil } }), wordingFor('en'), reader);
    expect(subject).not.toMatch(/[\r\n\u202E]/);
    expect(subject).toContain('Bcc: all@example.test gpj.exe');
  });

  it('is linked to only over https', () => {
    const linkOf = (url: string) => told(facts({ attributes: { url } }), wordingFor('en'), reader).link;
    expect(linkOf('javascript:alert(1)')).toBeUndefined();
    expect(linkOf('http://help.example/1')).toBeUndefined();
    expect(linkOf('https://help.example/1')?.url).toBe('https://help.example/1');
  });

  it('opens in the console where the help desk gives no link', () => {
    const { link } = told(facts({ attributes: {} }), wordingFor('en'), {
      role: 'a',
      consoleUrl: 'https://console.example',
    });
    expect(link?.url).toBe('https://console.example?tenant=&source=help.example&id=INC123');
  });
});

describe('a due time', () => {
  it('is told once when the reader’s zone tells the same time', () => {
    expect(told(facts(), wordingFor('en'), { role: 'a', zone: 'Europe/Paris' }).due).toEqual([
      'Mon, Jan 5, 2026, 10:00 GMT+1 (Europe/Berlin)',
    ]);
  });

  it('is told in the reader’s zone first', () => {
    expect(told(facts(), wordingFor('en'), reader).due).toEqual([
      'Mon, Jan 5, 2026, 18:00 GMT+9 (Asia/Tokyo)',
      'Mon, Jan 5, 2026, 10:00 GMT+1 (Europe/Berlin)',
    ]);
  });
});
