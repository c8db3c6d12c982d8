import { SESClient } from '@aws-sdk/client-ses';
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
    expect(JSON.stringify(got.from)).toContain('sla@example.test');
    expect(decoded(mimeOf(meant, from).toString().split('\r\n')[0]!)).toContain(name);
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
