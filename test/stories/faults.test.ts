import { afterEach, describe, expect, it } from 'vitest';
import type { Wire } from '../../infra/local/workers.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { LADDER, policy, row } from '../policies.ts';
import { at, becomes, created, MONDAY } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

const plan = policy({ targets: [row({ metric: 'resolution', ladder: 'usual' })], ladders: { usual: LADDER } });

it('three lost sweeps make nothing late that was known before, and the rest a minute after they come back', async () => {
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

/** Lets a function die before or after its n-th call of AWS, counted over all functions from `arm` on. */
function reaper() {
  let calls = 0;
  let fatal = Number.POSITIVE_INFINITY;
  let when: 'before' | 'after' = 'before';
  let deaths = 0;
  const wire: Wire = (_name, clients, die) => {
    for (const client of Object.values(clients) as {
      middlewareStack: { add(middleware: unknown, options: object): void };
    }[])
      client.middlewareStack.add(
        (next: (args: unknown) => Promise<unknown>) => async (args: unknown) => {
          calls += 1;
          const dies = calls === fatal;
          if (dies) deaths += 1;
          if (dies && when === 'before') await die();
          const result = await next(args);
          if (dies) await die();
          return result;
        },
        { step: 'initialize', name: 'reaper' },
      );
    return clients;
  };
  return {
    wire,
    arm(call: number, moment: 'before' | 'after') {
      [calls, fatal, when, deaths] = [0, call, moment, 0];
    },
    hasStruck: () => deaths > 0,
  };
}

describe.each(['before', 'after'] as const)('a function that dies %s any of its calls', moment => {
  it('loses nothing and tells nothing twice', async () => {
    const death = reaper();
    desk = await openDesk([plan], { wire: death.wire });
    const insistently = async (minutes: number, happening: Parameters<typeof at>[1], ticket: string) => {
      const event = at(minutes, happening);
      await desk.machine.advance(event.at);
      for (let tries = 0; (await desk.sendTo(ticket, event)) !== 202; tries += 1) expect(tries).toBeLessThan(3);
    };
    for (let call = 1, struck = true; struck; call += 1) {
      const ticket = `T${call}`;
      const start = call * 240;
      death.arm(call, moment);
      await insistently(start, created({ subject: ticket }), ticket);
      await desk.until(start + 75);
      await insistently(start + 75, becomes('solved'), ticket);
      await desk.until(start + 230);
      struck = death.hasStruck();

      const rows = await desk.machine.deliveries({ tenant: '', source: 'desk', id: ticket });
      const found = rows.map(({ notification, state }) => `${notification.rung} ${state}`).toSorted();
      expect({ call, found }).toEqual({ call, found: ['-10m sent', '50% sent', 'breach resolved'] });
      const told = desk.machine.pages().filter(({ triggeredAt }) => triggeredAt >= MONDAY + start * MINUTE);
      expect({ call, pages: told.map(({ status }) => status) }).toEqual({ call, pages: ['resolved'] });
      const mails = desk.mails().filter(mail => mail.includes(ticket) && Number(mail.split(' ')[0]) >= start);
      const again = mails.length - 2;
      expect({ call, again: again === 0 || (again === 1 && struck) }).toEqual({ call, again: true });
      expect((await desk.record(ticket)).nextActionAt).toBeUndefined();
      await desk.expectQuiet();
    }
  }, 120_000);
});
