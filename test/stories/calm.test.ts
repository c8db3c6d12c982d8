import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { parseWindow } from '../../shared/calendar/window.ts';
import { rung } from '../policies.ts';
import { becomes, created, MONDAY, set } from '../timelines.ts';
import { ledgerOf, paging } from './calm.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

const time = (minutes: number) => new Date(MONDAY + minutes * MINUTE).toISOString();

/** Asks for a silence from one minute to another; gives its id. */
async function silence(from: number, to: number, facts: object = { source: 'desk' }): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ from: time(from), to: time(to), reason: 'we know', by: 'erika', ...facts });
  const answer = await desk.machine.ask({ method: 'POST', path: '/v1/silences', headers, body });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

describe('a silenced breach', () => {
  it('is told when the silence ends, if it is still true', async () => {
    desk = await openDesk([paging()]);
    await silence(30, 100);
    await desk.happens(0, created());
    await desk.until(99.9);
    expect(desk.pages()).toEqual([]);
    expect(await ledgerOf(desk)).toEqual(['T1, held, silenced (erika: we know)']);
    await desk.until(110);
    expect(desk.pages()).toEqual(['100 triggered']);
    expect(await ledgerOf(desk)).toEqual(['T1, sent, silenced (erika: we know)']);
    await desk.expectQuiet();
  });

  it('is not told when it was answered meanwhile', async () => {
    desk = await openDesk([paging()]);
    await silence(30, 100);
    await desk.happens(0, created());
    await desk.happens(80, becomes('solved'));
    await desk.until(120);
    expect(desk.pages()).toEqual([]);
    expect(await ledgerOf(desk)).toEqual(['T1, suppressed, answered, silenced (erika: we know)']);
    await desk.expectQuiet();
  });

  it('is told within a quarter of an hour when somebody ends the silence', async () => {
    desk = await openDesk([paging()]);
    const id = await silence(30, 600);
    await desk.happens(0, created());
    await desk.until(81);
    await desk.machine.ask({ method: 'DELETE', path: `/v1/silences/${id}`, headers: {}, body: '' });
    await desk.until(100);
    expect(desk.pages()).toEqual(['90 triggered']);
    await desk.expectQuiet();
  });

  it('is one of those that are meant; the others are told at once', async () => {
    desk = await openDesk([paging()]);
    await silence(0, 600, { for: { severity: ['A'] }, channel: 'page' });
    await desk.happens(0, created({ severity: 'A' }));
    await desk.happens(1, created({ severity: 'B' }), 'T2');
    await desk.happens(65, set({ severity: 'B' }));
    await desk.until(80);
    expect(desk.pages()).toEqual(['61 triggered', '75 triggered']);
    await desk.expectQuiet();
  });

  it('mutes its own warning, which was held back with it', async () => {
    const warning = rung('50%', { kind: 'share', share: 0.5 }, { notify: [{ channel: 'email', to: 'manager' }] });
    const breach = rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] });
    desk = await openDesk([paging({ ladders: { usual: [warning, breach] } })]);
    await silence(20, 70);
    await desk.happens(0, created());
    await desk.until(59.9);
    expect(await ledgerOf(desk)).toEqual(['T1, held, silenced (erika: we know)']);
    await desk.until(80);
    expect([desk.mails(), desk.pages()]).toEqual([[], ['70 triggered']]);
    expect((await ledgerOf(desk)).toSorted()).toEqual([
      'T1, sent, silenced (erika: we know)',
      'T1, suppressed, inhibited, silenced (erika: we know)',
    ]);
    await desk.expectQuiet();
  });

  it('waits for the end of a maintenance that was planned', async () => {
    desk = await openDesk([paging()]);
    await silence(50, 70, { kind: 'maintenance', ticket: 'T1' });
    await desk.happens(0, created());
    await desk.until(69);
    expect(await ledgerOf(desk)).toEqual(['T1, held, maintenance (erika: we know)']);
    await desk.until(71);
    expect(desk.pages()).toEqual(['70 triggered']);
    await desk.expectQuiet();
  });
});

describe('in quiet hours', () => {
  const nightly = paging({
    recipients: {
      'on call': {
        page: { provider: 'pagerduty', secret: 'timekeeper/pagerduty' },
        zone: 'Europe/Berlin',
        quiet: [
          { channel: 'page', week: Array.from({ length: 7 }, () => [parseWindow('22:00-07:00')]), anyway: ['A'] },
        ],
      },
    },
  });
  /** The minutes from Monday 09:00 in Berlin to a time of another day there. */
  const minutesTo = (text: string) => (Date.parse(text) - MONDAY) / MINUTE;

  it('nobody is paged but of what is named, and of the rest when they end', async () => {
    desk = await openDesk([nightly]);
    const night = minutesTo('2026-01-05T23:00+01:00');
    await desk.happens(night, created({ severity: 'B' }));
    await desk.happens(night + 1, created({ severity: 'A' }), 'T2');
    await desk.until(night + 120);
    expect(desk.pages()).toEqual([`${night + 61} triggered`]);
    expect(await ledgerOf(desk)).toContain('T1, held, quiet hours');
    const morning = minutesTo('2026-01-06T07:00+01:00');
    await desk.until(morning + 5);
    expect(desk.pages()).toEqual([`${night + 61} triggered`, `${morning} triggered`]);
    await desk.expectQuiet();
  });

  it.each([
    ['forward', '2026-03-29T00:30+01:00', '2026-03-29T07:00+02:00'],
    ['back', '2026-10-25T00:30+02:00', '2026-10-25T07:00+01:00'],
  ])('they end by the clock on the wall when that goes %s', async (_, night, morning) => {
    desk = await openDesk([nightly], { startAt: Date.parse(night) - MINUTE });
    await desk.happens(minutesTo(night), created({ severity: 'B' }));
    await desk.until(minutesTo(morning) - 1);
    expect(desk.pages()).toEqual([]);
    await desk.until(minutesTo(morning) + 1);
    expect(desk.pages()).toEqual([`${minutesTo(morning)} triggered`]);
    await desk.expectQuiet();
  });
});
