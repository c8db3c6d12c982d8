import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import type { Wire } from '../../infra/local/workers.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { policy, row, rung } from '../policies.ts';
import { at, becomes, created, MONDAY } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

const plan = policy({
  targets: [row({ metric: 'resolution', ladder: 'usual' })],
  ladders: { usual: [rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] })] },
  grouping: { window: MINUTE, above: 2, never: ['A'] },
});

let desk: Desk;
/** Lets `page` die before its n-th call of AWS from now on. */
let fatal = Number.POSITIVE_INFINITY;
let calls = 0;

const wire: Wire = (name, clients, die) => {
  if (name !== 'page') return clients;
  for (const client of [clients.dynamodb, clients.sqs] as unknown as {
    middlewareStack: { add(middleware: unknown, options: object): void };
  }[])
    client.middlewareStack.add(
      (next: (args: unknown) => Promise<unknown>) => async (args: unknown) => {
        calls += 1;
        if (calls === fatal) await die();
        return next(args);
      },
      { step: 'initialize', name: 'reaper' },
    );
  return clients;
};

beforeAll(async () => {
  desk = await openDesk([plan], { wire });
});
afterAll(() => desk.machine.stop());

const TICKETS = 8;
let round = 0;

/** Eight tickets that breach together an hour later, of which two are told alone; the ids begin with the round's letter. */
async function breached(): Promise<{ readonly start: number; readonly mine: () => Promise<readonly Delivery[]> }> {
  round += 1;
  const start = round * 240;
  const ids = Array.from({ length: TICKETS }, (_, index) => `${round}-${index}`);
  await desk.until(start);
  await desk.machine.post(
    ids.map(id => toCloudEvent({ tenant: '', source: 'desk', id }, at(start, created({ severity: 'C' })))),
  );
  await desk.until(start + 60.2);
  const mine = async () =>
    (await desk.machine.deliveries()).filter(({ notification }) => ids.includes(notification.ticket.id));
  return { start, mine };
}

/** Of how many tickets each page of a round tells; what was asked for twice under one key is one page. */
const told = (start: number): readonly number[] =>
  desk.machine
    .pages()
    .filter(({ triggeredAt }) => triggeredAt >= MONDAY + start * MINUTE)
    .map(({ summary }) => Number(/^(\d+) promises/.exec(summary)?.[1] ?? 1));

const openPages = () => desk.machine.pages().filter(({ status }) => status !== 'resolved').length;

/** Everybody was told, by a page of their own or one of the digests, and by no two of them. */
async function expectAllTold(start: number, rows: readonly Delivery[]): Promise<void> {
  expect(rows.map(({ state, whyNot }) => whyNot ?? state).filter(each => !['sent', 'grouped'].includes(each))).toEqual(
    [],
  );
  expect(rows.every(({ toldAt }) => toldAt !== undefined)).toBe(true);
  expect(told(start).reduce((sum, count) => sum + count, 0)).toBe(TICKETS);
  await desk.expectQuiet();
}

describe('of tickets that breach together every one is told once', () => {
  it.each([1, 5, 10, 15, 20, 25, 30])('when page dies before its call %d for their digest', async call => {
    const { start, mine } = await breached();
    await desk.until(start + 60.8);
    [calls, fatal] = [0, call];
    await desk.until(start + 100);
    expect(calls).toBeGreaterThanOrEqual(call);
    expect(told(start)).toEqual([1, 1, 6]);
    await expectAllTold(start, await mine());
  });

  it.each([15, 25, 35, 45])('when page dies before its call %d while they gather', async call => {
    [calls, fatal] = [0, call];
    const { start, mine } = await breached();
    expect(calls).toBeGreaterThanOrEqual(call);
    await desk.until(start + 100);
    await expectAllTold(start, await mine());
  });

  it('when the pager wants no more just then', async () => {
    const start = (round + 1) * 240;
    const limited = { status: 429, headers: { 'retry-after': '20' } };
    desk.machine.at(MONDAY + (start + 60) * MINUTE, () => desk.machine.pager.answerNext(limited));
    desk.machine.at(MONDAY + (start + 60.99) * MINUTE, () => desk.machine.pager.answerNext(limited));
    const { mine } = await breached();
    await desk.until(start + 70);
    const rows = await mine();
    const failed = rows.flatMap(({ tried = [] }) => tried).filter(({ verdict }) => verdict === 'retry');
    expect(failed.filter(({ detail }) => detail === 'PagerDuty answered 429')).toHaveLength(2);
    await expectAllTold(start, rows);
  });

  it('when some of them, the one that was to tell the others among them, are silenced before it does', async () => {
    const { start, mine } = await breached();
    const waiting = (await mine()).filter(({ state }) => state === 'held');
    const ids = waiting.toSorted((a, b) => Number(b.digest?.leads ?? false) - Number(a.digest?.leads ?? false));
    const time = (minutes: number) => new Date(MONDAY + minutes * MINUTE).toISOString();
    for (const { notification } of ids.slice(0, 2)) {
      const asked = {
        ticket: notification.ticket.id,
        from: time(start + 60.4),
        to: time(start + 90),
        reason: 'known',
        by: 'erika',
      };
      const headers = { 'content-type': 'application/json' };
      await desk.machine.ask({ method: 'POST', path: '/v1/silences', headers, body: JSON.stringify(asked) });
    }
    await desk.until(start + 85);
    expect(told(start)).toEqual([1, 1, 4]);
    await desk.until(start + 100);
    expect(told(start)).toEqual([1, 1, 4, 1, 1]);
    await expectAllTold(start, await mine());
  });

  it('when two are solved before anybody is told of them, who then need no telling', async () => {
    const { start, mine } = await breached();
    const [one, other] = (await mine()).filter(({ state, digest }) => state === 'held' && !digest?.leads);
    for (const { notification } of [one!, other!])
      await desk.happens(start + 60.5, becomes('solved'), notification.ticket.id);
    await desk.until(start + 100);
    expect(told(start)).toEqual([1, 1, 4]);
    expect((await mine()).filter(({ whyNot }) => whyNot === 'answered')).toHaveLength(2);
    await desk.expectQuiet();
  });

  it('or has a reason, and no page is left open, whatever the pager does and whoever is solved when', async () => {
    const limited = fc
      .integer({ min: 1, max: 200 })
      .map(wait => ({ status: 429, headers: { 'retry-after': `${wait}` } }));
    const fault = fc.oneof(limited, fc.constantFrom(400, 500, 503, 'hang up' as const, 'take and hang up' as const));
    const solved = fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: TICKETS });
    const steps = fc.tuple(fc.array(fault, { maxLength: 12 }), solved, fc.boolean());
    await fc.assert(
      fc.asyncProperty(steps, async ([faults, seconds, early]) => {
        const open = openPages();
        const begin = (round + 1) * 240;
        desk.machine.at(MONDAY + (begin + (early ? 60 : 60.9)) * MINUTE, () =>
          desk.machine.pager.answerNext(...faults),
        );
        const { start, mine } = await breached();
        const ids = (await mine()).map(({ notification }) => notification.ticket.id);
        for (const [index, second] of seconds.toSorted((a, b) => a - b).entries())
          await desk.happens(start + 60.3 + second / 60, becomes('solved'), ids[index]!);
        await desk.until(start + 150);
        for (const { state, whyNot, toldAt, uncertain } of await mine())
          expect(toldAt !== undefined || state === 'refused' || whyNot === 'answered' || uncertain).toBe(true);
        for (const id of ids.slice(seconds.length)) await desk.happens(start + 150, becomes('solved'), id);
        await desk.until(start + 200);
        const stuck = (await mine()).filter(({ wanted, state }) => wanted === 'resolved' && state === 'refused');
        expect(openPages() - open).toBeLessThanOrEqual(stuck.length);
        await desk.expectQuiet();
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);
});
