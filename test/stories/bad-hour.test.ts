import { afterEach, describe, expect, it } from 'vitest';
import { becomes, created } from '../timelines.ts';
import { counted, mailTo, page, standingOf, telling } from './bad-hour.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

describe('a page that its provider does not take', () => {
  const plan = telling('page', {
    lead: { page, failover: [{ channel: 'email', to: 'deputy' }] },
    deputy: mailTo('deputy@example.test'),
  });

  it('for three hours is mailed after two minutes, rings when the provider is back, and is over when the ticket is', async () => {
    desk = await openDesk([plan]);
    await desk.happens(0, created());
    await desk.until(59.9);
    desk.machine.pager.answerAll(503);
    await desk.until(61.9);
    expect(desk.mails()).toEqual([]);
    await desk.until(62);
    expect(desk.mails().map(mail => mail.split(' ')[0])).toEqual(['62']);
    await desk.until(240);
    expect([desk.pages(), await standingOf(desk)]).toEqual([[], ['email deputy sent', 'page lead retry']]);
    desk.machine.pager.answerAll();
    await desk.until(256);
    expect(await standingOf(desk)).toEqual(['email deputy sent', 'page lead sent']);
    await desk.happens(260, becomes('solved'));
    expect(desk.pages()).toEqual([expect.stringMatching(/^2[45]\d resolved$/)]);
    expect([desk.mails().length, counted(desk, 'FailOvers'), counted(desk, 'Refusals')]).toEqual([1, 1, 0]);
    await desk.expectQuiet();
  });

  it.each([
    [429, 'was not taken, and is cancelled', 'page lead suppressed answered'],
    [503, 'may have been taken, and is resolved once the provider is back', 'page lead resolved'],
  ])('with %d until the ticket is answered %s; it never rings', async (status, _what, stands) => {
    desk = await openDesk([plan]);
    await desk.happens(0, created());
    await desk.until(59.9);
    desk.machine.pager.answerAll(status);
    await desk.until(61);
    expect(await standingOf(desk)).toEqual(['page lead retry']);
    await desk.happens(61.5, becomes('solved'));
    desk.machine.pager.answerAll();
    await desk.until(70);
    expect([await standingOf(desk), desk.pages(), desk.mails()]).toEqual([[stands], [], []]);
    await desk.expectQuiet();
  });

  it('for ten minutes by its own word is mailed at once', async () => {
    desk = await openDesk([plan]);
    await desk.happens(0, created());
    await desk.until(59.9);
    desk.machine.pager.answerNext({ status: 429, headers: { 'retry-after': '600' } });
    await desk.until(60);
    expect(await standingOf(desk)).toEqual(['email deputy sent', 'page lead retry']);
    await desk.until(71);
    expect(desk.pages()).toEqual(['70 triggered']);
    await desk.happens(80, becomes('solved'));
    expect(desk.pages()).toEqual(['70 resolved']);
    await desk.expectQuiet();
  });
});

it('a page that is refused for good wakes the next one at once', async () => {
  const second = { page: { provider: 'pagerduty', secret: 'timekeeper/second' } };
  const lead = { page, failover: [{ channel: 'page', to: 'second' }] as const };
  desk = await openDesk([telling('page', { lead, second })]);
  await desk.happens(0, created());
  await desk.until(59.9);
  desk.machine.pager.answerNext(400);
  await desk.until(60);
  expect([desk.pages(), await standingOf(desk)]).toEqual([['60 triggered'], ['page lead refused', 'page second sent']]);
  await desk.happens(70, becomes('solved'));
  expect(desk.pages()).toEqual(['60 resolved']);
  await desk.expectQuiet();
});
