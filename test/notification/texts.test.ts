import { describe, expect, it } from 'vitest';
import { HOUR } from '../../shared/calendar/instant.ts';
import { METRICS } from '../../shared/metric/metrics.ts';
import { mailTexts } from '../../shared/notification/mail.ts';
import { told } from '../../shared/notification/told.ts';
import { WORDINGS, wordingFor } from '../../shared/notification/wording/wordings.ts';
import { facts, factsOf, KINDS, READER } from './mail-facts.ts';
import { DUE } from './notices.ts';

describe.each(WORDINGS.map(wording => [wording.language, wording] as const))('in %s', (language, wording) => {
  const reader = { ...READER, acknowledgeUrl: 'https://sla.example/acknowledge?token=abc' };

  it('every kind of notification reads as it should', async () => {
    const mails = KINDS.map(kind => mailTexts(told(factsOf(kind), wording, reader)));
    const texts = mails.map(({ subject, text }) => `${subject}\n\n${text}`);
    await expect(texts.join('\n=====\n\n')).toMatchFileSnapshot(`../golden/mail/${language}.txt`);
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
    expect(told(facts(), wording, reader).contact).toMatch(/^0800 589 2330 \/ 069 380 \(24x7; .+\)$/);
    const { contact: _none, ...without } = facts();
    expect(told(without, wording, reader).contact).toBeUndefined();
  });

  it('what acknowledges fits a button of Slack', () => {
    expect(wording.acknowledge.length).toBeLessThanOrEqual(75);
  });

  it.each(KINDS)('the same is said of a %s in HTML', kind => {
    const words = told(factsOf(kind), wording, reader);
    const { html } = mailTexts(words);
    const said = [
      ...[words.label, words.headline, words.ticket, words.todo, words.contact!, words.why, ...words.due],
      ...words.timeline.moments.flatMap(({ what, when }) => [what, when]),
      ...words.details.flat(),
      ...[words.link!, words.acknowledge!].flatMap(({ text, url }) => [text, url]),
    ];
    expect(said.filter(text => !html.includes(text))).toEqual([]);
    expect(html).toContain(`<html lang="${language}" dir="ltr"`);
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
    const { subject } = told(facts({ attributes: { subject: evil } }), wordingFor('en'), READER);
    expect(subject).not.toMatch(/[\r\n\u202E]/);
    expect(subject).toContain('Bcc: all@example.test gpj.exe');
  });

  it('is linked to only over https', () => {
    const linkOf = (url: string) => told(facts({ attributes: { url } }), wordingFor('en'), READER).link;
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
    expect(told(facts(), wordingFor('en'), READER).due).toEqual([
      'Mon, Jan 5, 2026, 18:00 GMT+9 (Asia/Tokyo)',
      'Mon, Jan 5, 2026, 10:00 GMT+1 (Europe/Berlin)',
    ]);
  });
});

describe('the times of a timeline', () => {
  const milestones = [
    { what: 'started', at: Date.UTC(2025, 11, 31, 14) },
    { what: 'now', at: DUE },
  ] as const;
  const whens = (zone: string) =>
    told(facts({ milestones, now: DUE }), wordingFor('en'), { role: 'a', zone }).timeline.moments.map(
      ({ when }) => when,
    );

  it('name the year where it is another in the reader’s zone', () => {
    expect(whens('Europe/Berlin')).toEqual(['Wed, Dec 31, 2025, 15:00', 'Mon, Jan 5, 10:00']);
    expect(whens('Pacific/Kiritimati')).toEqual(['Thu, Jan 1, 04:00', 'Mon, Jan 5, 23:00']);
  });
});
