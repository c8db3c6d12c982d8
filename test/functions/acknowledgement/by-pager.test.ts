import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { digestBook } from '../../../functions/adapters/digest-book.ts';
import { sign } from '../../../functions/adapters/fingerprint.ts';
import { type FakeSlack, startFakeSlack } from '../../../infra/local/fakes/slack.ts';
import type { Webhook } from '../../../infra/local/fakes/webhook.ts';
import { MINUTE } from '../../../shared/calendar/instant.ts';
import type { PageRequest } from '../../../shared/paging/paging-provider.ts';
import { slack } from '../../../shared/paging/slack.ts';
import { DUE } from '../../notification/notices.ts';
import { order } from '../../paging/order.ts';
import { acknowledgeBench, inPagerDuty } from './bench.ts';

const { bench, restart, asked, values, press, pager, acknowledgedBy, tokenFor, paged, stand } = acknowledgeBench();

const SLACK_PATH = '/services/T00000001/B00000001/abcdefghijklmnopqrstuvwx';

describe('the other pages of what is acknowledged', () => {
  it('are acknowledged at their pagers by the next sweep, where these can be told; asked again, nothing more is', async () => {
    const [page, silent] = [await paged(), await paged('teams')];
    for (const { key } of [page, silent]) await press(await tokenFor(key));
    const asked = await bench().ledger.get(page.row);
    expect(asked).toMatchObject({ state: 'owed', wanted: 'acknowledged', nextActionAt: DUE + MINUTE });
    expect(await bench().ledger.get(silent.row)).toMatchObject({ state: 'sent', wanted: 'told' });
    await press(await tokenFor(page.key));
    expect(await bench().ledger.get(page.row)).toEqual(asked);
  });

  it('are left alone where somebody has done so there', async () => {
    const page = await paged();
    await pager('pagerduty', inPagerDuty(page.page, 'acknowledge'));
    await press(await tokenFor(page.key));
    expect(await bench().ledger.get(page.row)).toMatchObject({ state: 'sent', wanted: 'told' });
  });
});

it('a page that told several, as a digest, acknowledges them all', async () => {
  const [lead, member, other] = [await paged(), await paged(), await paged()];
  const book = digestBook(bench().dynamodb, bench().env.TABLE_NAME!);
  for (const { row } of [lead, member]) {
    await book.join('digest', row, DUE);
    const digest = row === lead.row ? { id: 'digest', leads: true as const } : { id: 'digest' };
    await bench().ledger.save({ ...(await bench().ledger.get(row))!, digest });
  }
  await pager('pagerduty', inPagerDuty(lead.page, 'acknowledge'));
  const said = { at: DUE + MINUTE, by: 'Ana', via: 'pagerduty', page: lead.page };
  for (const { key } of [lead, member]) expect(await acknowledgedBy(key)).toEqual([said]);
  expect(await acknowledgedBy(other.key)).toEqual([]);
  await pager('pagerduty', inPagerDuty(lead.page, 'unacknowledge', 2));
  for (const { key } of [lead, member]) expect(await acknowledgedBy(key)).toEqual([]);
});

describe('a secret shared with a pager', () => {
  it('is read anew before a request is refused, once a minute at most', async () => {
    const page = await paged();
    await pager('pagerduty', inPagerDuty(page.page, 'acknowledge'));
    values['hooks/pagerduty'] = 'second';
    const next = () => pager('pagerduty', inPagerDuty(page.page, 'resolve', 2, 'Ana', ['second']));
    expect((await next()).statusCode).toBe(200);
    expect(asked).toEqual(['hooks/pagerduty', 'hooks/pagerduty']);
    const forged = () => pager('pagerduty', inPagerDuty(page.page, 'reopen', 3, 'Eve', ['guess']));
    for (let times = 0; times < 5; times += 1) expect((await forged()).statusCode).toBe(401);
    expect(asked).toHaveLength(2);
    vi.setSystemTime(DUE + 3 * MINUTE);
    expect((await forged()).statusCode).toBe(401);
    expect(asked).toHaveLength(3);
  });

  it('may be two while it is changed', async () => {
    const page = await paged();
    values['hooks/pagerduty'] = 'first\nsecond';
    for (const secret of ['second', 'first'])
      expect((await pager('pagerduty', inPagerDuty(page.page, 'resolve', 2, 'Ana', [secret]))).statusCode).toBe(200);
  });

  it('that nobody has put opens nothing', async () => {
    const page = await paged();
    delete values['hooks/pagerduty'];
    restart();
    expect((await pager('pagerduty', inPagerDuty(page.page, 'resolve', 2, 'Ana', ['']))).statusCode).toBe(401);
    expect((await pager('pigeon', inPagerDuty(page.page, 'resolve'))).statusCode).toBe(404);
  });
});

describe('the button of a page in Slack', () => {
  let channel: FakeSlack;
  beforeAll(async () => {
    channel = await startFakeSlack({ host: '127.0.0.1', path: SLACK_PATH });
  });
  afterAll(() => channel.stop());

  /** Posts the page as it is posted, and presses what is on it. */
  async function pressed(page: string): Promise<Webhook> {
    const target = { secret: `https://hooks.slack.com${SLACK_PATH}`, standIn: channel.url, now: DUE, sign };
    const { url, headers, body } = slack.request(order('trigger', page), target) as PageRequest;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
    return channel.press('ana', 'slack');
  }

  it('acknowledges once; the same request again is refused', async () => {
    const page = await paged('slack');
    const press = await pressed(page.page);
    expect((await pager('slack', press)).statusCode).toBe(200);
    expect((await stand(page)).acknowledged).toEqual([{ at: DUE + MINUTE, by: 'ana', via: 'slack', page: page.page }]);
    expect((await pager('slack', press)).statusCode).toBe(401);
  });

  it('pressed long ago is not believed', async () => {
    const page = await paged('slack');
    const press = await pressed(page.page);
    vi.setSystemTime(DUE + 7 * MINUTE);
    expect((await pager('slack', press)).statusCode).toBe(401);
    expect((await stand(page)).acknowledged).toEqual([]);
  });
});

it('an alert accepted in ilert acknowledges', async () => {
  const page = await paged('ilert');
  const body = JSON.stringify({
    id: 1,
    eventType: 'alert-acknowledged',
    alertKey: page.page,
    assignedTo: { username: 'ana' },
  });
  const headers = { authorization: `Basic ${btoa('timekeeper:ilert')}` };
  for (let times = 0; times < 2; times += 1) expect((await pager('ilert', { headers, body })).statusCode).toBe(200);
  expect((await stand(page)).acknowledged).toEqual([{ at: DUE + MINUTE, by: 'ana', via: 'ilert', page: page.page }]);
});
