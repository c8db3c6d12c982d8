import { afterEach, describe, expect, it } from 'vitest';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { policy, row, rung } from '../policies.ts';
import { at, created, MONDAY, reply } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

/** Everybody is told of a breach at once: the manager by mail, whoever is on call by a page. */
const both = [{ channel: 'page', to: 'on call' } as const, { channel: 'email', to: 'manager' } as const];
const plan = policy({
  targets: [row({ ladder: 'usual' })],
  ladders: { usual: [rung('breach', { kind: 'breach' }, { notify: both })] },
  grouping: { window: MINUTE, above: 5, never: ['A'] },
});
const DUE = MONDAY + 60 * MINUTE;
/** Batches are worked on side by side, as on AWS. */
const HANDS = { concurrency: 4 };

/** So many tickets of each severity that all breach an hour after Monday 09:00. */
async function opened(tickets: Readonly<Record<string, number>>): Promise<readonly string[]> {
  await desk.until(0);
  const ids = Object.entries(tickets).flatMap(([severity, count]) =>
    Array.from({ length: count }, (_, index) => `${severity}${index + 1}`),
  );
  const births = ids.map(id => toCloudEvent(keyOf(id), at(0, created({ severity: id[0]!, subject: id }))));
  for (let from = 0; from < births.length; from += 50) await desk.machine.post(births.slice(from, from + 50));
  await desk.machine.settle();
  return ids;
}

const keyOf = (id: string) => ({ tenant: '', source: 'desk', id });

const answered = (minutes: number, ids: readonly string[]) =>
  Promise.all(ids.map(id => desk.machine.post(toCloudEvent(keyOf(id), at(minutes, reply)))));

const by = async (channel: string): Promise<readonly Delivery[]> =>
  (await desk.machine.deliveries()).filter(({ notification }) => notification.channel === channel);

const howMany = (deliveries: readonly Delivery[]) =>
  Object.fromEntries(
    [...Map.groupBy(deliveries, ({ state, whyNot }) => whyNot ?? state)].map(([found, all]) => [found, all.length]),
  );

const digests = () => desk.machine.pages().filter(({ details }) => Object.keys(details).includes('more'));

const complaints = (deliveries: readonly Delivery[]) =>
  deliveries.flatMap(({ tried = [] }) => tried).filter(({ verdict }) => verdict !== 'sent');

describe('many tickets that breach in one minute', () => {
  it('are one digest beside the first five and the most severe, who are all told within ten seconds', async () => {
    desk = await openDesk([plan], HANDS);
    const ids = await opened({ A: 5, B: 10, C: 45 });
    await desk.until(60);
    const worst = desk.machine.pages().filter(({ component }) => component?.startsWith('A'));
    expect(worst).toHaveLength(5);
    expect(Math.max(...worst.map(({ triggeredAt }) => triggeredAt))).toBeLessThanOrEqual(DUE + 10 * SECOND);

    await desk.until(75);
    const [pages, mails] = [await by('page'), await by('email')];
    expect([howMany(pages), howMany(mails)]).toEqual([
      { sent: 11, grouped: 49 },
      { sent: 11, grouped: 49 },
    ]);
    expect(desk.machine.pages()).toHaveLength(11);
    expect(desk.machine.inbox()).toHaveLength(11);
    expect(complaints([...pages, ...mails])).toEqual([]);
    expect(digests()).toMatchObject([{ severity: 'error', details: { more: expect.stringContaining('40') } }]);

    const [digest] = pages.filter(({ digest }) => digest?.leads);
    const together = pages.filter(page => page.digest?.id === digest?.digest?.id);
    expect(together).toHaveLength(50);
    expect(new Set(together.map(({ toldAt }) => toldAt))).toEqual(new Set([DUE + MINUTE]));
    expect(ids).toHaveLength(60);
    await desk.expectQuiet();
  }, 180_000);

  it('keep their page open until the last of them is answered', async () => {
    desk = await openDesk([plan], HANDS);
    const ids = await opened({ C: 20 });
    await desk.until(62);
    expect(desk.pages().map(page => page.split(' ')[1])).toEqual(Array(6).fill('triggered'));
    const pages = await by('page');
    const together = pages.filter(({ digest }) => digest).map(({ notification }) => notification.ticket.id);
    const [last, ...others] = together;

    await answered(62, others);
    await desk.until(70);
    expect(digests()).toMatchObject([{ status: 'triggered' }]);
    const waiting = (await by('page')).filter(({ detail }) => detail?.includes('stays open for'));
    expect(waiting.length).toBeGreaterThan(0);

    await answered(70, [...ids.filter(id => !together.includes(id)), last!]);
    await desk.until(80);
    expect(desk.pages().map(page => page.split(' ')[1])).toEqual(Array(6).fill('resolved'));
    await desk.expectQuiet();
  }, 180_000);

  it('are told without those that are answered while they wait, whoever was to tell them', async () => {
    desk = await openDesk([plan], HANDS);
    await opened({ C: 12 });
    await desk.until(60.2);
    const waiting = (await by('page')).filter(({ state }) => state === 'held');
    expect(waiting).toHaveLength(7);
    const [lead] = waiting.filter(({ digest }) => digest?.leads);
    await answered(60.3, [lead!.notification.ticket.id]);
    await desk.until(61.1);
    expect(howMany(await by('page'))).toEqual({ sent: 6, grouped: 5, answered: 1 });
    expect(desk.machine.pages()).toHaveLength(6);
    await desk.until(90);
    await desk.expectQuiet();
  }, 180_000);

  it('wait for a pager that is down together, and are told other ways meanwhile', async () => {
    const recipients = {
      ...plan.recipients,
      'on call': { ...plan.recipients['on call']!, email: { text: 'oncall@example.test' } },
    };
    const page = rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] });
    desk = await openDesk([{ ...plan, recipients, ladders: { usual: [page] } }], HANDS);
    await opened({ C: 15 });
    await desk.until(60.5);
    desk.machine.pager.answerNext(...Array(12).fill(503));
    await desk.until(75);
    expect(howMany(await by('page'))).toMatchObject({ held: expect.any(Number) });
    const mails = howMany(await by('email'));
    expect(mails).toEqual({ sent: expect.any(Number), grouped: expect.any(Number) });
    expect(mails.sent! + mails.grouped!).toBe(10);
    await desk.until(240);
    expect(howMany(await by('page'))).toEqual({ sent: 6, grouped: 9 });
    await desk.expectQuiet();
  }, 180_000);
});

describe('a service that takes only so much', () => {
  it('is not asked for more, and what cannot wait goes before the rest', async () => {
    const page = rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] });
    const { grouping: _none, ...alone } = { ...plan, ladders: { usual: [page] } };
    desk = await openDesk([alone], HANDS);
    await opened({ C: 91, A: 31 });
    await desk.until(100);
    const pages = await by('page');
    expect(howMany(pages)).toEqual({ sent: 122 });
    expect(complaints(pages)).toEqual([]);
    const lastOf = (severity: string) =>
      Math.max(...pages.filter(({ notification }) => notification.ticket.id[0] === severity).map(page => page.toldAt!));
    expect(lastOf('A')).toBeLessThan(lastOf('C'));
    await answered(
      100,
      (await desk.machine.tickets()).map(({ key }) => key.id),
    );
    await desk.until(120);
    expect(howMany(await by('page'))).toEqual({ resolved: 122 });
    expect(complaints(await by('page'))).toEqual([]);
    await desk.expectQuiet();
  }, 180_000);
});
