import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { LADDER, policy, row, rung } from '../policies.ts';
import { at, becomes, created, MONDAY } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';
import { FAULTS, faultyCalls } from './faulty-calls.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

it('three lost sweeps make nothing late that was known before, and the rest a minute after they come back', async () => {
  const plan = policy({ targets: [row({ metric: 'resolution', ladder: 'usual' })], ladders: { usual: LADDER } });
  desk = await openDesk([plan]);
  await desk.happens(0, created());
  await desk.until(58.5);
  desk.machine.skipSweeps(3);
  await desk.until(66);
  expect(desk.pages()).toEqual(['60 triggered']);
  await desk.until(88.5);
  expect(desk.mails()).toHaveLength(2);
  desk.machine.skipSweeps(3);
  await desk.until(100);
  const [, , overdue] = desk.mails();
  expect(Number(overdue?.split(' ')[0])).toBeLessThanOrEqual(92);
  await desk.expectQuiet();
});

/** A mail half way to the hour, a page at its end. */
const plan = policy({
  targets: [row({ metric: 'resolution', ladder: 'usual' })],
  ladders: {
    usual: [
      rung('50%', { kind: 'share', share: 0.5 }, { notify: [{ channel: 'email', to: 'manager' }] }),
      rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] }),
    ],
  },
});

/** Far enough apart that each is healed before the next, near enough that few lives see every call go wrong. */
const STRIDE = 24;
const LIFE = 180;

/** Sends an event until it is taken, as whoever sends it has to. */
async function insistently(minutes: number, happening: Parameters<typeof at>[1], ...tickets: readonly string[]) {
  await desk.machine.advance(MONDAY + minutes * MINUTE);
  for (const ticket of tickets) {
    const event = at(minutes, happening);
    for (let tries = 0; (await desk.sendTo(ticket, event)) !== 202; tries += 1) expect(tries).toBeLessThan(3);
  }
}

/** The mails that speak of a ticket: the one that has to be, and those that were sent again, which the ledger shows. */
function expectMailed(ticket: string, rows: readonly Delivery[], struck: number): void {
  const mails = desk.machine.inbox().filter(({ body }) => body.text?.includes(ticket));
  expect(mails.length).toBeGreaterThan(0);
  expect(mails.length - 1).toBeLessThanOrEqual(struck);
  if (mails.length > 1) expect([ticket, rows.some(({ uncertain }) => uncertain)]).toEqual([ticket, true]);
}

const deliveriesOf = (id: string) => desk.machine.deliveries({ tenant: '', source: 'desk', id });

describe.each(FAULTS)(`where every ${STRIDE}th call %s it is done`, fault => {
  it('nothing is lost, nobody is paged twice, and a mail that may have been sent is sent again, which shows', async () => {
    const calls = faultyCalls();
    desk = await openDesk([plan], { wire: calls.wire });
    for (let first = 1; first <= STRIDE; first += 1) {
      const ticket = `T-${first}-`;
      const start = first * LIFE;
      calls.arm(fault, first, STRIDE);
      await insistently(start, created({ subject: ticket }), ticket);
      await desk.until(start + 75);
      await insistently(start + 75, becomes('solved'), ticket);
      await desk.until(start + LIFE - 10);

      const rows = await deliveriesOf(ticket);
      const found = rows.map(({ notification, state }) => `${notification.rung} ${state}`).toSorted();
      const told = desk.machine.pages().filter(({ triggeredAt }) => triggeredAt >= MONDAY + start * MINUTE);
      expect([first, found, told.map(({ status }) => status)]).toEqual([
        first,
        ['50% sent', 'breach resolved'],
        ['resolved'],
      ]);
      expectMailed(ticket, rows, calls.struck());
      expect((await desk.record(ticket)).nextActionAt).toBeUndefined();
      await desk.expectQuiet();
    }
    expect(calls.struck()).toBeGreaterThan(1);
  }, 120_000);
});

/** One more than email writes for two mails that become one. */
const WRITES = 20;

it.each(['dies before', 'fails after'] as const)(
  'of two told by one mail nobody is forgotten where email %s something is written or sent',
  async fault => {
    const calls = faultyCalls((name, command) => name === 'email' && !/^(Get|Query)/.test(command));
    const mailed = [rung('50%', { kind: 'share', share: 0.5 }, { notify: [{ channel: 'email', to: 'manager' }] })];
    const grouping = { window: MINUTE, above: 0, never: [] };
    desk = await openDesk([{ ...plan, ladders: { usual: mailed }, grouping }], { wire: calls.wire });
    for (let first = 1; first <= WRITES; first += 1) {
      const tickets = ['a', 'b'].map(letter => `T-${first}-${letter}`);
      const start = first * 60;
      await insistently(start, created(), ...tickets);
      calls.arm(fault, first, WRITES);
      await desk.until(start + 45);
      const rows = (await Promise.all(tickets.map(deliveriesOf))).flat();
      expect([first, ...rows.map(({ toldAt }) => toldAt !== undefined)]).toEqual([first, true, true]);
      for (const ticket of tickets) expectMailed(ticket, rows, calls.struck());
      await desk.expectQuiet();
    }
    expect(calls.struck()).toBe(0);
  },
);
