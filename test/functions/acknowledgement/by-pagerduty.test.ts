import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Happened, type Reaction, webhookOf } from '../../../infra/local/fakes/pagerduty-webhook.ts';
import type { Webhook } from '../../../infra/local/fakes/webhook.ts';
import { MINUTE } from '../../../shared/calendar/instant.ts';
import { clientOf } from '../../../shared/paging/pagerduty-client.ts';
import { DUE } from '../../notification/notices.ts';
import { acknowledgeBench, incident, inPagerDuty, type Page, text } from './bench.ts';

const { bench, restart, press, pager, tokenFor, paged, stand } = acknowledgeBench();

describe('a webhook of PagerDuty', () => {
  it('acknowledges, and an acknowledgement that ran out is one no more', async () => {
    const page = await paged();
    expect((await pager('pagerduty', inPagerDuty(page.page, 'acknowledge'))).statusCode).toBe(200);
    const said = { at: DUE + MINUTE, by: 'Ana', via: 'pagerduty', page: page.page };
    expect(await stand(page)).toMatchObject({
      state: 'sent',
      inPager: { state: 'acknowledged', at: DUE + MINUTE, by: 'Ana' },
      acknowledged: [said],
    });
    await pager('pagerduty', inPagerDuty(page.page, 'unacknowledge', 31));
    expect(await stand(page)).toMatchObject({ inPager: { state: 'ringing' }, acknowledged: [] });
  });

  it('that resolves is an acknowledgement, stops no clock, and is written down', async () => {
    const page = await paged();
    await pager('pagerduty', inPagerDuty(page.page, 'resolve'));
    expect(await stand(page)).toMatchObject({
      state: 'sent',
      inPager: { state: 'resolved', by: 'Ana' },
      detail: 'resolved at the pager by Ana; the clock runs on',
      acknowledged: [{ by: 'Ana', via: 'pagerduty', resolvedThere: true }],
    });
    const { timed } = (await bench().tickets.get(page.key))!;
    expect(timed!.clocks[0]).not.toHaveProperty('stoppedAt');
  });

  it('comes to the same in whatever order, doubled, and two at once', async () => {
    const reactions: readonly Reaction[] = ['acknowledge', 'unacknowledge', 'acknowledge', 'resolve', 'reopen'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...reactions), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        async (happened, draws, atOnce) => {
          const [straight, mixed] = [await paged(), await paged()];
          const told = (page: string) => happened.map((each, index) => inPagerDuty(page, each, index + 1));
          for (const webhook of told(straight.page)) await pager('pagerduty', webhook);
          const disorder = [...told(mixed.page), ...told(mixed.page)]
            .map((webhook, index) => ({ webhook, place: draws[index]! }))
            .toSorted((a, b) => a.place - b.place);
          if (atOnce) await Promise.all(disorder.map(({ webhook }) => pager('pagerduty', webhook)));
          else for (const { webhook } of disorder) await pager('pagerduty', webhook);
          const [expected, found] = [await stand(straight), await stand(mixed)];
          const named = (page: Page, { acknowledged }: typeof found) =>
            acknowledged.map(each => ({ ...each, page: each.page === page.page }));
          expect(found.inPager).toEqual(expected.inPager);
          expect(named(mixed, found)).toEqual(named(straight, expected));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('of an incident without a key is known by the name it got when it was triggered', async () => {
    const page = await paged();
    const tells = (what: Happened['what'], facts: Partial<Happened> = {}) =>
      pager(
        'pagerduty',
        webhookOf(incident(null, page.key.id), { what, by: 'Ana', at: DUE + MINUTE, ...facts }, ['first']),
      );
    expect((await tells('acknowledge')).statusCode).toBe(200);
    expect((await stand(page)).acknowledged).toEqual([]);
    await tells('trigger', { client: clientOf(page.page), by: 'the integration' });
    await tells('acknowledge');
    expect((await stand(page)).acknowledged).toEqual([expect.objectContaining({ by: 'Ana', page: page.page })]);
    await tells('unacknowledge', { at: DUE + 2 * MINUTE });
    expect((await stand(page)).acknowledged).toEqual([]);
  });

  it('of what nobody did there, or was asked for by us, acknowledges nothing', async () => {
    const page = await paged();
    const echo = { by: 'the integration', at: DUE + MINUTE } as const;
    for (const what of ['acknowledge', 'resolve'] as const)
      await pager('pagerduty', webhookOf(incident(page.page), { what, ...echo }, ['first']));
    expect(await stand(page)).toMatchObject({ inPager: undefined, acknowledged: [] });
    await bench().ledger.save({ ...(await bench().ledger.get(page.row))!, wanted: 'resolved', state: 'resolved' });
    await pager('pagerduty', inPagerDuty(page.page, 'resolve'));
    expect(await stand(page)).toMatchObject({ inPager: { state: 'resolved' }, acknowledged: [] });
  });

  it('does not take back what was acknowledged by a link', async () => {
    const page = await paged();
    await press(await tokenFor(page.key));
    await pager('pagerduty', inPagerDuty(page.page, 'acknowledge', 2));
    await pager('pagerduty', inPagerDuty(page.page, 'unacknowledge', 3));
    expect((await stand(page)).acknowledged).toEqual([expect.objectContaining({ via: 'link' })]);
  });

  it('heals what a death between its writes left', async () => {
    const page = await paged();
    const webhook = inPagerDuty(page.page, 'acknowledge');
    for (const command of ['PutItem', 'GetItem']) {
      restart(bench().failing(command));
      expect((await pager('pagerduty', webhook)).statusCode).toBe(503);
    }
    restart();
    expect((await pager('pagerduty', webhook)).statusCode).toBe(200);
    expect((await stand(page)).acknowledged).toEqual([expect.objectContaining({ by: 'Ana' })]);
  });

  it.each<[string, (page: Page) => Webhook]>([
    ['of somebody else’s incident', () => inPagerDuty('their-own-key', 'acknowledge')],
    ['of a page nobody remembers', () => inPagerDuty(`timekeeper-${'0'.repeat(40)}`, 'acknowledge')],
    ['of a very long key', () => inPagerDuty('x'.repeat(255), 'acknowledge')],
  ])('%s is taken and is nothing to us', async (_what, webhook) => {
    const page = await paged();
    expect((await pager('pagerduty', webhook(page))).statusCode).toBe(200);
    expect((await stand(page)).acknowledged).toEqual([]);
  });

  it('of a page that went to another pager is nothing to us', async () => {
    const page = await paged('ilert');
    await pager('pagerduty', inPagerDuty(page.page, 'acknowledge'));
    expect((await stand(page)).acknowledged).toEqual([]);
  });

  it.each<[string, number, (page: string) => Webhook]>([
    ['unsigned', 401, page => ({ ...inPagerDuty(page, 'acknowledge'), headers: {} })],
    ['signed with another secret', 401, page => inPagerDuty(page, 'acknowledge', 1, 'Ana', ['other'])],
    ['changed on its way', 401, page => changed(inPagerDuty(page, 'acknowledge'))],
    ['signed and no event', 400, () => signed('{}')],
    ['of more than 256 KiB', 413, () => signed('x'.repeat(256 * 1024 + 1))],
  ])('that is %s is answered with %d and changes nothing', async (_what, status, webhook) => {
    const page = await paged();
    const answer = await pager('pagerduty', webhook(page.page));
    expect(answer.statusCode).toBe(status);
    if (status === 401) expect(JSON.parse(text(answer))).not.toHaveProperty('detail');
    expect(await stand(page)).toMatchObject({ inPager: undefined, acknowledged: [] });
  });

  const changed = (webhook: Webhook) => ({ ...webhook, body: webhook.body.replace('"Ana"', '"Eve"') });
  const signed = (body: string) => ({
    body,
    headers: { 'x-pagerduty-signature': `v1=${createHmac('sha256', 'first').update(body).digest('hex')}` },
  });
});
