import { readFileSync } from 'node:fs';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ticketItemKey } from '../../functions/adapters/item-keys.ts';
import { type RunningConsole, serveConsole } from '../../infra/local/console/serve-console.ts';
import { consoleSource } from '../../infra/local/console-source.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../infra/local/fakes/webhook-receiver.ts';
import { parsePolicy } from '../../shared/policy/document/parse-policy.ts';
import { type Desk, openDesk } from '../stories/desk.ts';
import { at, becomes, created, reply } from '../timelines.ts';
import { startBrowser } from './browser.ts';
import { ALL_CONTRASTS } from './contrast.ts';

const read = parsePolicy(readFileSync(new URL('../../shared/catalogue/acme-support.yaml', import.meta.url), 'utf8'));
const policies = 'policy' in read ? [read.policy] : [];

const mailbox = (name: string) => `${name}@simulator.amazonses.com`;
const ticket = (severity: string, mail = 'success') =>
  created({ product: 'acme', plan: 'gold', severity, subject: 'It is slow', assignee_email: mailbox(mail) });

/** An hour and a half in which everything happens that a dashboard shows. */
async function live(desk: Desk): Promise<void> {
  const { machine } = desk;
  await desk.happens(0, ticket('P1'), 'late');
  await desk.happens(1, ticket('P1', 'bounce'), 'bouncing');
  await desk.happens(2, ticket('P2', 'complaint'), 'spam');
  await desk.happens(3, ticket('P2'), 'answered');
  await desk.happens(4, created({ product: 'unknown' }), 'strange');
  await desk.happens(5, ticket('P3'), 'forgotten');
  const { pk, sk } = ticketItemKey({ tenant: '', source: 'desk', id: 'forgotten' });
  const { endpoint, table: TableName } = machine.database;
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  await new DynamoDBClient({ endpoint, region: 'local', credentials }).send(
    new UpdateItemCommand({
      TableName,
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression: 'REMOVE nextActionAt',
    }),
  );
  await machine.putEvents([{ source: 'desk', detailType: 'ticket', detail: { hello: 'there' } }]);
  await desk.happens(8, reply, 'answered');
  await desk.happens(9, becomes('solved'), 'answered');
  await desk.until(14.5);
  machine.pager.answerNext(503, 503, 503, 503);
  await desk.until(25);
  await desk.sendTo('late', at(10, reply));
  machine.pager.answerAll(503);
  await desk.happens(72, ticket('P1'), 'unheard');
  await desk.until(90);
}

describe('the dashboards in a browser', () => {
  let desk: Desk;
  let webhooks: WebhookReceiver;
  let console: RunningConsole;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    desk = await openDesk(policies, { idleSweeps: true });
    await live(desk);
    const secret = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;
    webhooks = await startWebhookReceiver({ host: '127.0.0.1', secret });
    console = await serveConsole(consoleSource(desk.machine, policies, webhooks), { port: 0 });
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await console?.stop();
    await desk?.machine.stop();
    await webhooks?.stop();
  });

  beforeEach(async () => {
    await page?.close();
    complaints.length = 0;
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, timezoneId: 'Europe/Berlin' });
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
  });

  const open = async (name: string) => {
    await page.goto(`${console.url}dashboards#timekeeper-dev-${name}-us-east-1`);
    await page.locator('.board-names [aria-current=page]', { hasText: name }).waitFor();
    for (const frame of await page.locator('iframe').all()) await inside(frame).locator('td').first().waitFor();
  };
  const inside = (frame: Locator) => frame.contentFrame().locator('body');
  const custom = (title: string) => inside(page.locator('.widget', { hasText: title }).locator('iframe'));

  it.each(['operations', 'pipeline', 'delivery'])('%s shows something in every widget', async name => {
    await open(name);
    const empty = await page.evaluate<string[]>(`[...document.querySelectorAll('.widget')]
      .filter(e => !e.querySelector('h2, .alarm, .legend li, iframe') && !/\\d/.test(e.querySelector('.number')?.textContent))
      .map(e => e.textContent)`);
    expect(empty).toEqual([]);
    const plan = desk.machine.watch.dashboards.find(dashboard => dashboard.name.includes(`-${name}-`))!;
    expect(await page.locator('.widget').count()).toBe(plan.widgets.length);
    expect(complaints).toEqual([]);
  });

  it('shows how the alarms stand, and on a graph what is aimed at', async () => {
    await open('operations');
    const raised = await page.locator('.alarm.is-raised').allTextContents();
    const expected = desk.machine
      .alarms()
      .flatMap(({ entry, state }) => (state === 'ALARM' ? [`${entry} raised`] : []));
    expect(raised.toSorted()).toEqual(expected.toSorted());
    expect(await page.locator('.alarm').count()).toBe(desk.machine.alarms().length);
    expect(await page.locator('.objective-label').textContent()).toBe('objective: 2 s');
  });

  it('does what a button of a custom widget is pressed for, once it is confirmed', async () => {
    await open('operations');
    const row = custom('Next deadlines').locator('tr', { hasText: 'bouncing' }).first();
    await row.getByRole('button').click();
    const question = page.getByRole('dialog');
    expect(await question.textContent()).toContain('Acknowledge bouncing?');
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await row.textContent()).not.toContain('seen by');
    await row.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: 'OK' }).click();
    await expect.poll(() => row.textContent()).toContain('seen by timekeeper-dev-operations-us-east-1');
    desk.machine.pager.answerAll();
    await custom('Not delivered yet').locator('tr', { hasText: 'unheard' }).getByRole('button').click();
    await question.getByRole('button', { name: 'OK' }).click();
    await expect.poll(() => custom('Not delivered yet').textContent()).toContain('It is tried again now.');
    expect(complaints).toEqual([]);
  });

  it.each(['dark', 'light'] as const)('can be read in the %s', async colorScheme => {
    await page.emulateMedia({ colorScheme });
    await open('operations');
    const contrasts = await page.evaluate<number[]>(ALL_CONTRASTS);
    expect(contrasts.length).toBeGreaterThan(50);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    const ground = await custom('Next deadlines').evaluate(body => getComputedStyle(body).backgroundColor);
    expect(ground).toBe(colorScheme === 'dark' ? 'rgb(23, 27, 34)' : 'rgb(255, 255, 255)');
  });

  it('fits a telephone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('operations');
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('lets no page elsewhere press a button, and no widget run a script', async () => {
    const asked = {
      board: 'timekeeper-dev-operations-us-east-1',
      place: 8,
      viewer: { locale: 'en', offset: '+00:00', theme: 'dark' },
    };
    const form = { data: JSON.stringify(asked), headers: { 'content-type': 'text/plain' } };
    expect((await page.request.post(`${console.url}widget`, form)).status()).toBe(415);
    const frame = await page.request.get(`${console.url}widget-frame`);
    expect(frame.headers()['content-security-policy']).toMatch(/^sandbox allow-same-origin; default-src 'none'/);
  });
});
