import type { SESClient } from '@aws-sdk/client-ses';
import { SESServiceException } from '@aws-sdk/client-ses';
import { afterEach, describe, expect, it } from 'vitest';
import type { Wire } from '../../infra/local/workers.ts';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { becomes, created } from '../timelines.ts';
import { counted, mailTo, page, standingOf, telling } from './bad-hour.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

describe('a mail that does not arrive', () => {
  const bouncing = 'bounce+lead@simulator.amazonses.com';

  it('because it bounced is a page at once, which is over when the ticket is', async () => {
    desk = await openDesk([telling('email', { lead: { ...mailTo(bouncing), page } })]);
    await desk.happens(0, created());
    await desk.until(60.5);
    expect(await standingOf(desk)).toEqual(['email lead refused bounced for good', 'page lead sent']);
    expect(desk.pages()).toEqual(['60 triggered']);
    await desk.happens(80, becomes('solved'));
    expect(desk.pages()).toEqual(['60 resolved']);
    expect([counted(desk, 'FailOvers'), counted(desk, 'Refusals')]).toEqual([1, 1]);
    await desk.expectQuiet();
  });

  it('because its reader complained goes elsewhere, and so does every later one, unsent', async () => {
    const complaining = 'complaint@simulator.amazonses.com';
    const lead = { ...mailTo(complaining), failover: [{ channel: 'email', to: 'deputy' }] as const };
    desk = await openDesk([telling('email', { lead, deputy: mailTo('success@simulator.amazonses.com') })]);
    await desk.happens(0, created());
    await desk.until(61);
    const told = ['email deputy sent delivered', 'email lead refused complained'];
    expect(await standingOf(desk)).toEqual(told);
    await desk.happens(62, created(), 'T2');
    await desk.until(123);
    expect(await standingOf(desk)).toEqual([
      'email deputy sent delivered',
      'email deputy sent delivered',
      'email lead refused complained',
      'email lead suppressed suppressed address',
    ]);
    expect(desk.machine.inbox().map(({ destination }) => destination.to[0])).toEqual([
      complaining,
      'success@simulator.amazonses.com',
      'success@simulator.amazonses.com',
    ]);
    await desk.expectQuiet();
  });

  it('though it told several at once is a page for each of them', async () => {
    const plan = telling('email', { lead: { ...mailTo(bouncing), page } });
    desk = await openDesk([{ ...plan, grouping: { window: MINUTE, above: 0, never: [] } }]);
    await desk.happens(0, created());
    for (const ticket of ['T2', 'T3']) await desk.happens(0, created(), ticket);
    await desk.until(61.5);
    expect(desk.mails()).toHaveLength(1);
    await desk.until(64);
    const rows = await desk.machine.deliveries();
    const [mails, pages] = ['email', 'page'].map(by => rows.filter(({ notification }) => notification.channel === by));
    expect(mails!.map(({ state, detail }) => `${state} ${detail}`)).toEqual(
      Array(3).fill('refused bounced for good: Permanent, General, smtp; 550 5.1.1 user unknown'),
    );
    expect(pages!.filter(({ toldAt }) => toldAt !== undefined)).toHaveLength(3);
    expect([desk.pages().length, counted(desk, 'FailOvers'), counted(desk, 'Refusals')]).toEqual([1, 3, 3]);
    for (const ticket of ['T1', 'T2', 'T3']) await desk.happens(70, becomes('solved'), ticket);
    expect(desk.pages()).toEqual([expect.stringContaining('resolved')]);
    await desk.expectQuiet();
  });

  it('because nobody is there in the whole list is known to have reached nobody', async () => {
    const lead = { ...mailTo(bouncing), failover: [{ channel: 'email', to: 'deputy' }] as const };
    desk = await openDesk([telling('email', { lead, deputy: mailTo('bounce+deputy@simulator.amazonses.com') })]);
    await desk.happens(0, created());
    await desk.until(61);
    expect(await standingOf(desk)).toEqual([
      'email deputy refused bounced for good',
      'email lead refused bounced for good',
    ]);
    const [deputy] = (await desk.machine.deliveries()).filter(({ notification }) => notification.to === 'deputy');
    expect(deputy!.failedOver).toMatchObject({ to: [] });
    await desk.expectQuiet();
  });

  it('because the quota of the day is used up is a page at once, and a mail when there is one again', async () => {
    let isUsedUp = true;
    const wire: Wire = (name, clients) => {
      if (name === 'email')
        (clients.ses as SESClient).middlewareStack.add(
          next => async args => {
            if (!isUsedUp) return next(args);
            const $metadata = { httpStatusCode: 400 };
            throw new SESServiceException({
              name: 'Throttling',
              message: 'Daily message quota exceeded.',
              $fault: 'client',
              $metadata,
            });
          },
          { step: 'initialize', name: 'quota' },
        );
      return clients;
    };
    desk = await openDesk([telling('email', { lead: { ...mailTo('lead@example.test'), page } })], { wire });
    await desk.happens(0, created());
    await desk.until(60);
    expect(await standingOf(desk)).toEqual(['email lead retry', 'page lead sent']);
    expect([desk.pages(), counted(desk, 'Standstills')]).toEqual([['60 triggered'], 1]);
    await desk.until(60 + (3 * HOUR) / MINUTE);
    expect(await standingOf(desk)).toEqual(['email lead retry', 'page lead sent']);
    isUsedUp = false;
    await desk.until(60 + (4 * HOUR) / MINUTE);
    expect(await standingOf(desk)).toEqual(['email lead sent', 'page lead sent']);
    await desk.happens(310, becomes('solved'));
    expect([desk.mails().length, desk.pages()]).toEqual([1, ['60 resolved']]);
    await desk.expectQuiet();
  });
});
