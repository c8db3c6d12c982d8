import { describe, expect, it, vi } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';
import { DUE, type notification, record } from '../../notification/notices.ts';
import { at, reply } from '../../timelines.ts';
import { acknowledgeBench, text } from './bench.ts';

const { bench, restart, values, ask, show, press, breached, acknowledgedBy, tokenFor } = acknowledgeBench();

async function save(key: TicketKey, next: TicketRecord): Promise<void> {
  const { version, climbs } = (await bench().tickets.get(key))!;
  await bench().tickets.save({ ...next, key, version, climbs }, DUE);
}

describe('the link of a mail', () => {
  it('shows what it would acknowledge and changes nothing, then does it once', async () => {
    const key = await breached({ subject: 'Printer <on> fire' });
    const token = await tokenFor(key);
    const before = await bench().tickets.get(key);
    const shown = await show(token);
    expect([shown.statusCode, text(shown)]).toEqual([200, expect.stringContaining('Diesen Hinweis bestätigen?')]);
    expect(text(shown)).toContain('Printer &lt;on&gt; fire');
    expect(text(shown).match(/<button>/g)).toHaveLength(1);
    expect(await bench().tickets.get(key)).toEqual(before);

    const said = { at: DUE + MINUTE, by: 'manager', via: 'link' };
    expect(text(await press(token))).toContain('Bestätigt von manager');
    expect(await acknowledgedBy(key)).toEqual([said]);
    vi.setSystemTime(DUE + 5 * MINUTE);
    for (const answer of [await press(token), await show(token)]) {
      expect([answer.statusCode, text(answer)]).toEqual([200, expect.stringContaining('Bestätigt von manager')]);
      expect(text(answer)).not.toContain('<button>');
    }
    expect(await acknowledgedBy(key)).toEqual([said]);
  });

  it('is told to nobody: nothing of the page is kept, run, framed or fetched', async () => {
    for (const { headers } of [await show(await tokenFor(await breached())), await show('x')])
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': expect.stringContaining(
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
        ),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
  });

  it.each<[string, (token: string) => string]>([
    ['nothing', () => ''],
    ['rubbish', () => '…/..'],
    ['another content', token => `${btoa('{}')}.${token.split('.')[1]}`],
    ['another seal', token => `${token.slice(0, -2)}AA`],
    ['no seal', token => token.split('.')[0]!],
    ['more than a seal', token => `${token}.x`],
    ['a very long text', () => 'x'.repeat(100_000)],
  ])('that is forged, with %s, is refused without a reason and changes nothing', async (_what, forge) => {
    const key = await breached();
    const forged = forge(await tokenFor(key));
    for (const answer of [await show(forged), await press(forged)]) {
      expect(answer.statusCode).toBe(403);
      expect(text(answer)).not.toContain(key.id);
    }
    expect(await acknowledgedBy(key)).toEqual([]);
  });

  it('that was signed with another key is refused', async () => {
    const token = await tokenFor(await breached());
    values['link-key'] = 'another';
    restart();
    expect((await press(token)).statusCode).toBe(403);
  });

  it('is good for 30 days', async () => {
    const key = await breached();
    const token = await tokenFor(key);
    vi.setSystemTime(DUE + 30 * DAY);
    for (const answer of [await show(token), await press(token)])
      expect([answer.statusCode, text(answer)]).toEqual([410, expect.stringContaining('30 Tage')]);
    vi.setSystemTime(DUE + 30 * DAY - SECOND);
    expect((await press(token)).statusCode).toBe(200);
  });

  it.each<[string, (key: TicketKey) => Promise<unknown>, Parameters<typeof notification>[0]]>([
    ['was answered', async key => save(key, record({}, [at(70, reply)])), {}],
    ['was told anew without its cycle', async () => {}, { startedAt: DUE }],
    ['had its breach taken back', async () => {}, { round: 7 }],
    ['is of no ticket we know', async () => {}, { ticket: { tenant: '', source: 'no', id: 'no' } }],
  ])('of a clock that %s is over', async (_what, change, facts) => {
    const key = await breached();
    const token = await tokenFor(key, facts);
    await change(key);
    for (const answer of [await show(token), await press(token)]) expect(answer.statusCode).toBe(410);
    expect(await acknowledgedBy(key)).toEqual([]);
  });

  it('waits for its key, and says so', async () => {
    const token = await tokenFor(await breached());
    delete values['link-key'];
    restart();
    expect((await press(token)).statusCode).toBe(503);
  });

  it('takes a form of at most 256 KiB, in whatever way API Gateway tells it', async () => {
    const key = await breached();
    const body = Buffer.from(`t=${await tokenFor(key)}`).toString('base64');
    expect((await ask('POST /v1/acknowledge', { body: 'x'.repeat(256 * 1024 + 1) })).statusCode).toBe(413);
    expect((await ask('POST /v1/acknowledge', { body, isBase64Encoded: true })).statusCode).toBe(200);
    expect(await acknowledgedBy(key)).toEqual([expect.objectContaining({ via: 'link' })]);
  });
});
