import { afterEach, describe, expect, it } from 'vitest';
import { at, created, reply } from '../timelines.ts';
import type { Desk } from './desk.ts';
import { deliveriesIn, findings, itemsOf, LONG_ENOUGH, takenOver, told } from './earlier.ts';
import { tableOf } from './table-copy.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

describe('what a later release wrote', () => {
  const [ticket] = itemsOf('form-1-first').filter(({ sk }) => sk === 'TICKET');
  const without = itemsOf('form-1-first').filter(item => item !== ticket);

  it('in a form that is not known is left alone, said, and gone on with when that release is back', async () => {
    const later = { ...ticket!, form: 2 };
    desk = await takenOver([...without, later], 16);
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
    expect(findings(desk)).toEqual(new Set(['unreadable']));
    expect(await desk.happens(106, reply)).toBe(503);
    expect(await desk.happens(106, created(), 'T9')).toBe(202);
    await tableOf(desk.machine).put([ticket!]);
    await desk.until(109);
    expect(desk.mails().filter(mail => mail.includes('T1'))).toHaveLength(5);
  });

  it('of a policy has everything wait for it, and then told', async () => {
    const items = itemsOf('form-1-first');
    const policy = items.find(({ pk }) => pk === 'POLICY')!;
    desk = await takenOver([...items, { ...policy, sk: 'plain#2026-01-05', form: 2 }], 16);
    await desk.until(65);
    expect(told(await desk.machine.deliveries())).toEqual(told(deliveriesIn(items)));
    expect(desk.pages()).toEqual([]);
    await tableOf(desk.machine).put([{ ...policy, sk: 'plain#2026-01-05' }]);
    await desk.until(68);
    expect(desk.pages()).toHaveLength(7);
  });

  it('beside what is known is kept through all that is done meanwhile', async () => {
    const items = itemsOf('form-1-first').map(item => ({ ...item, mood: { of: ['the', 'day'] } }));
    desk = await takenOver(items, 16);
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
