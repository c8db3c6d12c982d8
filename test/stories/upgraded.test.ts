import { afterEach, describe, expect, it } from 'vitest';
import type { Desk } from './desk.ts';
import { deliveriesIn, findings, itemsOf, LONG_ENOUGH, takenOver, told } from './earlier.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

/** How many were told in which minute. */
const perMinute = (told: readonly string[]) =>
  Object.fromEntries(
    [...Map.groupBy(told, line => Number(line.split(' ')[0]))].map(([minute, all]) => [minute, all.length]),
  );

const LADDERS_GO_ON = { 61: 3, 90: 5, 91: 2, 101: 3 };
const BREACHES = { 60: 5, 61: 2, 71: 3 };

describe('a table that an earlier release wrote', () => {
  it.each([
    ['before items said their form', 'form-0', 16, { 56: 10, ...LADDERS_GO_ON }, BREACHES, ['late']],
    ['in form 1 as it was at first', 'form-1-first', 16, LADDERS_GO_ON, BREACHES, []],
    ['before ways could fail over', 'form-1-before-failover', 2, LADDERS_GO_ON, BREACHES, []],
    ['with an item of every kind', 'form-1-all-kinds', 2, {}, { 61: 2, 65: 1 }, []],
  ])(
    '%s is gone on with: all that is due is told, and nothing twice',
    async (_when, name, shards, mails, pages, late) => {
      const items = itemsOf(name);
      desk = await takenOver(items, shards);
      await desk.until(LONG_ENOUGH);
      expect(findings(desk)).toEqual(new Set(late));
      expect(told(await desk.machine.deliveries())).toEqual(told(deliveriesIn(items)));
      expect(perMinute(desk.mails())).toMatchObject(mails);
      expect(perMinute(desk.pages())).toMatchObject(pages);
      await desk.expectQuiet();
    },
  );
});
