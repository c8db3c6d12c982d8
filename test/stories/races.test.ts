import { afterEach, expect, it } from 'vitest';
import type { Wire } from '../../infra/local/workers.ts';
import { HOUR } from '../../shared/calendar/instant.ts';
import { LADDER, policy, row } from '../policies.ts';
import { at, becomes, created, set } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

const plan = policy({
  targets: [
    row({ metric: 'resolution', when: { severity: ['A'] }, ladder: 'usual' }),
    row({ metric: 'resolution', target: { kind: 'duration', duration: 8 * HOUR }, ladder: 'usual' }),
  ],
  ladders: { usual: LADDER },
});

/** Lets `evaluate` die, while armed, in place of saving a record. */
function reaper() {
  let armed = false;
  const wire: Wire = (name, clients, die) => {
    if (!name.toLowerCase().includes('evaluate')) return clients;
    for (const client of Object.values(clients) as {
      middlewareStack: { add(middleware: unknown, options: object): void };
    }[])
      client.middlewareStack.add(
        (next: (args: unknown) => Promise<unknown>) =>
          async (args: { input: { Item?: { sk?: { S?: string } | string } } }) => {
            const sk = args.input.Item?.sk;
            if (armed && (sk === 'TICKET' || (typeof sk === 'object' && sk.S === 'TICKET'))) await die();
            return next(args);
          },
        { step: 'initialize', name: 'reaper' },
      );
    return clients;
  };
  return { wire, arm: (on: boolean) => (armed = on) };
}

it.each([
  ['solved before it was due', at(58, becomes('solved'))],
  ['made milder before it was due, and solved later', at(58, set({ severity: 'C' }))],
])(
  'a page is let go when whoever opened it died before saying so and the ticket turns out to be %s',
  async (_, late) => {
    const death = reaper();
    desk = await openDesk([plan], { wire: death.wire });
    await desk.happens(0, created({ severity: 'A' }));
    await desk.until(59.5);
    death.arm(true);
    await desk.until(60);
    await desk.machine.settle();
    expect(desk.pages()).toEqual(['60 triggered']);
    await desk.send(late);
    death.arm(false);
    await desk.until(100);
    if (late.type === 'updated' && late.status === undefined) await desk.happens(110, becomes('solved'));
    await desk.until(120);
    expect(desk.pages()).toEqual(['60 resolved']);
    await desk.expectQuiet();
  },
);
