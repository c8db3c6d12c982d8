import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningConsole, serveConsole } from '../../infra/local/console/serve-console.ts';
import { consoleSource } from '../../infra/local/console-source.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../infra/local/fakes/webhook-receiver.ts';
import type { Machine } from '../../infra/local/machine.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { parsePolicy } from '../../shared/policy/document/parse-policy.ts';
import { startBrowser } from './browser.ts';
import { CONTRASTS } from './contrast.ts';

const START = Date.parse('2026-11-23T09:00:00Z');
const HOSTILE = '<img src=x onerror="document.title=\'owned\'"><b>bold</b>';

const read = parsePolicy(readFileSync(new URL('../../shared/catalogue/acme-support.yaml', import.meta.url), 'utf8'));
const policies = 'policy' in read ? [read.policy] : [];

describe('the console in a browser', () => {
  let machine: Machine;
  let webhooks: WebhookReceiver;
  let console: RunningConsole;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  const post = async (subject: string, id: string, type: string, data: object) => {
    const time = new Date(machine.now()).toISOString();
    const event = { specversion: '1.0', id, source: '/desk', subject, type: `timekeeper.ticket.${type}`, time, data };
    expect((await machine.post(event)).status).toBe(202);
    await machine.settle();
  };

  const create = (id: string, subject: string, severity: string) =>
    post(id, 'a', 'created', {
      attributes: { product: 'acme', plan: 'gold', severity, subject, assignee_email: 'ines@acme.example' },
    });

  beforeAll(async () => {
    machine = await startMachine({ time: 'stepped', startAt: START, policies });
    const secret = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;
    webhooks = await startWebhookReceiver({ host: '127.0.0.1', secret });
    console = await serveConsole(consoleSource(machine, policies, webhooks), { port: 0 });
    browser = await startBrowser();
    await create('T-1', HOSTILE, 'P1');
    await create('T-2', 'Exports stop at 99 %', 'P2');
    await create('T-3', 'How do we add a seat?', 'P3');
    await create('T-4', 'Answered at once', 'P3');
    await post('T-4', 'b', 'updated', { status: 'solved' });
  });

  afterAll(async () => {
    await browser?.close();
    await console?.stop();
    await machine?.stop();
    await webhooks?.stop();
  });

  beforeEach(async () => {
    await page?.close();
    complaints.length = 0;
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, timezoneId: 'Europe/Berlin' });
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(console.url);
    await page.waitForSelector('.ticket');
  });

  const ticket = (id: string) => page.locator(`.ticket:has-text("${id}")`);
  const clock = (id: string, metric: string) => ticket(id).locator('.clock', { hasText: metric });
  const focused = () => page.evaluate<string>("document.activeElement?.dataset.key ?? ''");

  it('counts down to what is due and knows what is at risk, without reloading', async () => {
    await expect.poll(() => clock('T-1', 'first response').textContent()).toContain('15:00');
    await machine.advance(START + 12 * MINUTE);
    await expect.poll(() => clock('T-1', 'first response').textContent()).toContain('3:00');
    await expect.poll(() => page.locator('h2').first().textContent()).toContain('At risk');
    expect(await page.locator('.face-time').textContent()).toBe('10:12:00');
    expect(complaints).toEqual([]);
  });

  it('shows a breach, its page and its mail as they are told', async () => {
    await machine.advance(START + 16 * MINUTE);
    await expect.poll(() => clock('T-1', 'first response').textContent()).toContain('+1:00');
    await page.getByRole('tab', { name: /pages/i }).click();
    await expect.poll(() => page.locator('.ringing').textContent()).toContain('triggered');
    await page.getByRole('tab', { name: /mail/i }).click();
    await page.locator('.mail', { hasText: 'manager@acme.example' }).first().click();
    const frame = page.frameLocator('.mail-body');
    await expect.poll(() => frame.locator('body').textContent()).toContain('T-1');
    expect(await page.locator('.mail-body').getAttribute('sandbox')).toBe('');
  });

  it('shows what a hostile ticket says and does nothing it says', async () => {
    expect(await ticket('T-1').locator('.subject').textContent()).toBe(HOSTILE);
    await ticket('T-1').click();
    expect(await page.locator('.panel h2').textContent()).toBe(HOSTILE);
    await page.locator('[aria-label="Close ticket"]').click();
    await page.locator('.mail', { hasText: 'T-1' }).first().click();
    await expect.poll(() => page.frameLocator('.mail-body').locator('body').textContent()).toContain('onerror');
    expect(await page.title()).toBe('Timekeeper');
    expect(await page.locator('main img, main b:text("bold")').count()).toBe(0);
  });

  it('explains the clocks of a ticket, what happened to it and what was told', async () => {
    await ticket('T-2').click();
    const panel = page.getByRole('region', { name: 'Ticket T-2' });
    await expect.poll(() => panel.textContent()).toContain('target 1h on always');
    expect(await panel.textContent()).toContain('Acme support, edition 2026-01-01');
    await panel.locator('summary').first().click();
    expect(await panel.locator('.segments .running').first().textContent()).toContain('running');
    await expect.poll(() => panel.locator('.events').textContent()).toContain('created');
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ source: '/desk', ticket: 'T-2', by: 'Ana' });
    await machine.ask({ method: 'POST', path: '/v1/acknowledgements', headers, body });
    await expect.poll(() => panel.textContent()).toContain('acknowledged by Ana, by the API');
  });

  it('can be used from the keyboard alone', async () => {
    await page.keyboard.press('j');
    await expect.poll(focused).not.toBe('');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(focused).toBe(first);
    await page.keyboard.press('Enter');
    await page.locator('.panel').waitFor();
    await expect.poll(() => page.evaluate<string>('document.activeElement.tagName')).toBe('H2');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe(first);
    await page.keyboard.press('/');
    await page.keyboard.type('seat');
    await expect.poll(() => page.locator('.ticket').count()).toBe(1);
    await page.keyboard.press('Tab');
    await expect.poll(focused).toContain('T-3');
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).toBe('solid');
  });

  it('narrows the list to what is done', async () => {
    expect(await ticket('T-4').count()).toBe(0);
    await page.getByRole('radio', { name: /done/ }).check({ force: true });
    await expect.poll(() => ticket('T-4').count()).toBe(1);
    expect(await ticket('T-4').textContent()).toContain('met first response');
  });

  it('has a name for everything that can be used, a heading for every list, and one main', async () => {
    const nameless = await page.evaluate<string[]>(`[...document.querySelectorAll('button, input, [role=tab], iframe')]
      .filter(e => !(e.getAttribute('aria-label') || e.title || e.closest('label')?.textContent || e.textContent).trim())
      .map(e => e.outerHTML)`);
    expect(nameless).toEqual([]);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('h1').count()).toBe(1);
    const ids = await page.evaluate<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id)");
    expect(new Set(ids).size).toBe(ids.length);
    const dangling = await page.evaluate<string[]>(`[...document.querySelectorAll('[aria-controls], [aria-labelledby]')]
      .filter(e => !document.getElementById(e.getAttribute('aria-controls') ?? e.getAttribute('aria-labelledby')))
      .map(e => e.outerHTML)`);
    expect(dangling).toEqual([]);
    expect(await page.getByRole('button', { name: /T-1, severity P1, breached/ }).count()).toBe(1);
  });

  it('keeps its text readable in the dark and in the light, and fits a telephone', async () => {
    for (const scheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      const contrasts = await page.evaluate<number[]>(CONTRASTS);
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('lets nothing be loaded or framed from elsewhere', async () => {
    const response = await page.request.get(console.url);
    expect(response.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    const elsewhere = await page.request.get(console.url, { headers: { host: 'evil.example' } });
    expect(elsewhere.status()).toBe(421);
    expect((await page.request.post(console.url)).status()).toBe(405);
    expect((await page.request.get(`${console.url}ticket?key=nothing`)).status()).toBe(404);
  });

  it('serves the document of the API', async () => {
    const response = await page.request.get(`${console.url}openapi.json`);
    expect(await response.json()).toMatchObject({ openapi: '3.1.1' });
  });
});
