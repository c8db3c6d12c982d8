import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { policy, row } from '../policies.ts';
import { at, created, MONDAY, reply } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';
import { type Item, tableOf } from './table-copy.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

/** A life of three tickets, of which T1 is never answered. */
const LIFE = [
  ['T1', at(0, created())],
  ['T2', at(3, created())],
  ['T3', at(4, created())],
  ['T3', at(20, reply)],
  ['T2', at(40, reply)],
] as const;
const minuteOf = (event: { readonly at: number }) => (event.at - MONDAY) / MINUTE;

const told = () => [...desk.mails(), ...desk.pages()].map(line => line.replace(' [C]', ''));

/** A desk that loses its table at minute 51: what was kept of it at an earlier minute. */
async function lost(keptAt: number): Promise<readonly Item[]> {
  desk = await openDesk([policy({ targets: [row({ ladder: 'usual' })] })]);
  for (const [ticket, event] of LIFE.filter(([, event]) => minuteOf(event) <= keptAt)) {
    await desk.until(minuteOf(event));
    await desk.sendTo(ticket, event);
  }
  await desk.until(keptAt);
  const items = await tableOf(desk.machine).items();
  for (const [ticket, event] of LIFE.filter(([, event]) => minuteOf(event) > keptAt)) {
    await desk.until(minuteOf(event));
    await desk.sendTo(ticket, event);
  }
  await desk.until(51);
  expect(told()).toEqual([
    '30 warning: First response on T1',
    '33 warning: First response on T2',
    '50 warning: First response on T1',
  ]);
  await desk.machine.stop();
  return items;
}

/** A new table with what was kept, at a minute. */
async function restoredAt(minute: number, items: readonly Item[]): Promise<void> {
  desk = await openDesk([], { startAt: MONDAY + minute * MINUTE, idleSweeps: true });
  await tableOf(desk.machine).put(items);
}

describe('a table that is lost', () => {
  it('is gone on with from its copy: what fell due meanwhile is told at once, the rest in its time, nothing twice', async () => {
    await restoredAt(65, await lost(51));
    await desk.until(120);
    expect(told()).toEqual(['90 overdue: First response on T1', '66 triggered']);
    await desk.expectQuiet();
  });

  it('and put back to an earlier minute is made whole by sending again what was sent since; what was told since is told again', async () => {
    await restoredAt(53, await lost(32));
    for (const [ticket, event] of LIFE) await desk.sendTo(ticket, event);
    await desk.until(120);
    expect(told()).toEqual([
      expect.stringMatching(/^5[34] warning: First response on T1$/),
      '90 overdue: First response on T1',
      '60 triggered',
    ]);
    await desk.expectQuiet();
  });
});
