import { afterEach, describe, expect, it } from 'vitest';
import { deliveryFromItem } from '../../functions/adapters/delivery-ledger.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { notificationKey } from '../../shared/notification/notification.ts';
import { ticketKeyText } from '../../shared/ticket/ticket-key.ts';
import { at, created, MONDAY, reply } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';
import { itemsOf } from './earlier.ts';
import { type Item, tableOf } from './table-copy.ts';

const STOPPED = 55;
/** Longer than a round of the audit, which looks at everything once. */
const LONG_ENOUGH = 105;
const AUDIT_SLICES = 10;

let desk: Desk;
afterEach(() => desk.machine.stop());

/** A desk of as many shards whose table somebody else wrote, at minute 55. */
async function takeOver(items: readonly Item[], shards = 2): Promise<void> {
  const template = await synthesize({ shards, auditSlices: AUDIT_SLICES });
  desk = await openDesk([], { template, startAt: MONDAY + STOPPED * MINUTE, idleSweeps: true });
  await tableOf(desk.machine).put(items);
}

/** How many were told in which minute. */
const perMinute = (told: readonly string[]) =>
  Object.fromEntries(
    [...Map.groupBy(told, line => Number(line.split(' ')[0]))].map(([minute, all]) => [minute, all.length]),
  );

/** What the audit found wrong. */
const findings = (): ReadonlySet<string | undefined> =>
  new Set(
    desk.machine
      .measures()
      .filter(({ name }) => name === 'Findings')
      .map(({ dimensions }) => dimensions.finding),
  );

/** What was told, each with when. */
const told = (deliveries: readonly Delivery[]) =>
  deliveries
    .filter(({ toldAt }) => toldAt !== undefined && toldAt < MONDAY + STOPPED * MINUTE)
    .map(({ notification, toldAt, wanted }) => [
      ticketKeyText(notification.ticket),
      notificationKey(notification),
      wanted,
      toldAt,
    ])
    .toSorted();

const deliveriesIn = (items: readonly Item[]) =>
  items.filter(({ sk }) => sk.startsWith('DELIVERY#')).map(deliveryFromItem);

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
      await takeOver(items, shards);
      await desk.until(LONG_ENOUGH);
      expect(findings()).toEqual(new Set(late));
      expect(told(await desk.machine.deliveries())).toEqual(told(deliveriesIn(items)));
      expect(perMinute(desk.mails())).toMatchObject(mails);
      expect(perMinute(desk.pages())).toMatchObject(pages);
      await desk.expectQuiet();
    },
  );
});

describe('what a later release wrote', () => {
  const [ticket] = itemsOf('form-1-first').filter(({ sk }) => sk === 'TICKET');
  const without = itemsOf('form-1-first').filter(item => item !== ticket);

  it('in a form that is not known is left alone, said, and gone on with when that release is back', async () => {
    const later = { ...ticket!, form: 2 };
    await takeOver([...without, later], 16);
    await desk.until(LONG_ENOUGH);
    const kept = (await tableOf(desk.machine).items()).filter(({ pk, sk }) => pk === later.pk && sk === later.sk);
    expect(kept).toEqual([later]);
    expect(desk.machine.queueDepths()['due-dead-letters']!.ready).toBeGreaterThan(0);
    expect(
      desk.machine
        .logs()
        .map(({ line }) => line)
        .join('\n'),
    ).toContain(
      'was written in form 2 by a later release, and this one reads forms up to 1: deploy the later one again',
    );
    expect(findings()).toEqual(new Set(['unreadable']));
    expect(await desk.happens(106, reply)).toBe(503);
    expect(await desk.happens(106, created(), 'T9')).toBe(202);
    await tableOf(desk.machine).put([ticket!]);
    await desk.until(109);
    expect(desk.mails().filter(mail => mail.includes('T1'))).toHaveLength(5);
  });

  it('of a policy has everything wait for it, and then told', async () => {
    const items = itemsOf('form-1-first');
    const policy = items.find(({ pk }) => pk === 'POLICY')!;
    await takeOver([...items, { ...policy, sk: 'plain#2026-01-05', form: 2 }], 16);
    await desk.until(65);
    expect(told(await desk.machine.deliveries())).toEqual(told(deliveriesIn(items)));
    expect(desk.pages()).toEqual([]);
    await tableOf(desk.machine).put([{ ...policy, sk: 'plain#2026-01-05' }]);
    await desk.until(68);
    expect(desk.pages()).toHaveLength(7);
  });

  it('beside what is known is kept through all that is done meanwhile', async () => {
    const items = itemsOf('form-1-first').map(item => ({ ...item, mood: { of: ['the', 'day'] } }));
    await takeOver(items, 16);
    await desk.happens(58, reply);
    await desk.until(LONG_ENOUGH);
    const now = await tableOf(desk.machine).items();
    const changed = items.filter(({ sk }) => sk === 'TICKET' || sk.startsWith('DELIVERY#'));
    for (const { pk, sk, mood } of changed)
      expect(now.find(item => item.pk === pk && item.sk === sk)).toMatchObject({ mood });
    expect(now.find(({ pk, sk }) => sk === 'TICKET' && pk.endsWith('T1'))).toMatchObject({ form: 1 });
    await desk.sendTo('T1', at(106, reply));
  });
});
