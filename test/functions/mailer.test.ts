import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sesMailer } from '../../functions/adapters/mailer.ts';
import { mimeOf } from '../../functions/adapters/mime.ts';
import { type MailEngine, startMailEngine } from '../../infra/local/mail-engine.ts';
import type { Mail } from '../../shared/notification/mail.ts';
import { DUE } from '../notification/notices.ts';

let engine: MailEngine;
let ses: SESClient;

beforeAll(async () => {
  engine = await startMailEngine();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  ses = new SESClient({ endpoint: engine.url, region: 'eu-central-1', credentials });
});
afterAll(async () => {
  ses.destroy();
  await engine.stop();
});

const mail = (changes: Partial<Mail> = {}): Mail => ({
  at: DUE,
  to: 'ann@example.test',
  subject: '[P1] breach: First response on INC1',
  text: 'Fact.\n',
  html: '<p>Fact.</p>\n',
  language: 'en',
  kind: 'breach',
  metric: 'first response',
  delivery: 'e5f6',
  messageId: 'a1b2',
  thread: 'c3d4',
  ...changes,
});

describe('a mail', () => {
  it.each([
    ['Timekeeper <sla@example.test>', 'plain', 'Timekeeper'],
    ['sla@example.test', 'quoted "words", commas, =?UTF-8?Q?forged?=', 'sla@example.test'],
    ['Zeitwächter, Büro 7 <sla@example.test>', 'Frist verletzt: Erste Antwort, ÄÖÜ', 'Zeitwächter, Büro 7'],
    ['時間 <sla@example.test>', `期限違反: ${'初回応答'.repeat(25)}`, '時間'],
    ['"Ops @acme.example" <sla@example.test>', 'a name in quotes', 'Ops @acme.example'],
    ['Desk: EU (night) <sla@example.test>', 'a name that would be syntax', 'Desk: EU (night)'],
    ['sla@example.test', `👨‍👩‍👧‍👦${'🏳️‍🌈'.repeat(20)}`, 'sla@example.test'],
  ])('from %s arrives as it was meant: %s', async (from, subject, name) => {
    const meant = mail({ subject, text: `${subject}\n${'long '.repeat(500)}\n`, html: `<p>${subject}</p>\n` });
    expect(await sesMailer(ses, from, undefined)(meant)).toMatchObject({
      verdict: 'sent',
      reference: expect.any(String),
    });
    const got = engine.inbox().at(-1)!;
    expect(got.subject).toBe(subject);
    expect(got.body.text?.trimEnd()).toBe(meant.text.trimEnd());
    expect(got.body.html?.trimEnd()).toBe(meant.html.trimEnd());
    expect(got.from).toContain('sla@example.test');
    const headers = mimeOf(meant, from).toString();
    expect(`${decoded(headers.split('\r\n')[0]!)} <`).toContain(`From: ${name} <`);
    expect(headers).toContain('\r\nMessage-ID: <a1b2@example.test>\r\n');
  });

  it('is made of short ASCII lines, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), subject => {
        const lines = mimeOf(mail({ subject, text: subject }), 'Zeit <sla@example.test>')
          .toString('utf8')
          .split('\r\n');
        const header = lines.slice(0, lines.indexOf(''));
        for (const line of lines) expect(line).toMatch(/^[\x20-\x7e]{0,160}$/);
        expect(header.filter(line => !line.startsWith(' '))).toHaveLength(12);
      }),
    );
  });

  it('says what it is about in tags of letters, digits, underscores and dashes, of which SES takes 256', () => {
    const tags = (changes: Partial<Mail>) =>
      /^X-SES-MESSAGE-TAGS: (.*)$/m.exec(mimeOf(mail(changes), 'sla@example.test').toString())![1];
    expect(tags({})).toBe('kind=breach, metric=first-response, delivery=e5f6');
    const { metric: _several, ...digest } = mail({ kind: 'digest' });
    const text = mimeOf(digest, 'sla@example.test').toString();
    expect(text).toContain('\r\nX-SES-MESSAGE-TAGS: kind=digest, delivery=e5f6\r\n');
    expect(tags({ delivery: `a,b=c\r\nBcc: x@y.example ${'z'.repeat(300)}` })).toMatch(/, delivery=[\w-]{256}$/);
  });

  it('belongs to its ticket’s thread, whatever it is called itself', () => {
    const text = mimeOf(mail(), 'Zeit <sla@example.test>').toString();
    expect(text).toContain('\r\nMessage-ID: <a1b2@example.test>\r\n');
    expect(text).toContain('\r\nIn-Reply-To: <c3d4@example.test>\r\nReferences: <c3d4@example.test>\r\n');
    expect(text).toContain('\r\nAuto-Submitted: auto-generated\r\n');
  });

  it('has the headers it is meant to have, whatever anything in it says', () => {
    const evil = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'a\r\nBcc: all@example.test',
        'a\n\n<script>',
        'a\r\n\r\n--=_a1b2',
        '\u2028To: b@example.test',
        '?=',
      ),
    );
    const names = (text: string) =>
      text
        .slice(0, text.indexOf('\r\n\r\n'))
        .replaceAll('\r\n ', ' ')
        .split('\r\n')
        .map(line => line.split(':')[0]);
    const meant = names(mimeOf(mail(), 'sla@example.test').toString());
    const fields = { subject: evil, to: evil, messageId: evil, thread: evil, delivery: evil, language: evil };
    fc.assert(
      fc.property(fc.record({ ...fields, text: evil, html: evil }), evil, (changes, from) => {
        const text = mimeOf(mail(changes), from).toString();
        expect(names(text)).toEqual(meant);
        expect(text).not.toMatch(/[^\x20-\x7e\r\n]|[^\r]\n|\r[^\n]/);
        const boundary = `--=_${/boundary="=_([\w-]*)"/.exec(text)![1]}`;
        expect(text.split('\r\n').filter(line => line.startsWith('--=_'))).toEqual([
          boundary,
          boundary,
          `${boundary}--`,
        ]);
      }),
    );
  });

  it.each(['ann@example.test, bob@example.test', 'ann@example.test\r\nBcc: bob@example.test', 'ann', ''])(
    'goes to one address, not to %j',
    async to => {
      const before = engine.inbox().length;
      const outcome = await sesMailer(ses, 'sla@example.test', undefined)(mail({ to }));
      expect(outcome).toMatchObject({ verdict: 'refused' });
      expect(engine.inbox()).toHaveLength(before);
    },
  );

  it.each([
    ['as its source', { Source: 'Zeitwächter <sla@example.test>' }, 'Source'],
    ['as its recipient', { Destinations: ['änn@example.test'] }, 'Destinations.member.1'],
    ['in a header', { RawMessage: { Data: Buffer.from('From: Zeitwächter <a@b.example>\r\n\r\nText') } }, 'a header'],
  ])('with more than ASCII %s is refused by the engine, as SES does', async (_where, changes, what) => {
    const RawMessage = { Data: mimeOf(mail(), 'sla@example.test') };
    const before = engine.inbox().length;
    await expect(ses.send(new SendRawEmailCommand({ RawMessage, ...changes }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringMatching(new RegExp(`^${what} contains non-ASCII`)),
    });
    expect(engine.inbox()).toHaveLength(before);
  });

  it('that nobody takes is to be tried again', async () => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const nobody = new SESClient({
      endpoint: 'http://127.0.0.1:1',
      region: 'eu-central-1',
      credentials,
      maxAttempts: 1,
    });
    expect(await sesMailer(nobody, 'sla@example.test', 'usual')(mail())).toMatchObject({
      verdict: 'retry',
      uncertain: true,
    });
  });
});

const decoded = (header: string): string =>
  header.replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base64) => Buffer.from(base64, 'base64').toString());
