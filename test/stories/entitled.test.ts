import { afterEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { policy, row } from '../policies.ts';
import { created, MONDAY } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

const contracted = row({ when: { plan: ['premier'] }, target: { kind: 'as contracted' }, ladder: 'usual' });
const plain = policy({ targets: [contracted, row({ ladder: 'usual' })] });

it('a ticket without a plan gets that of its customer, and the time of its contract', async () => {
  desk = await openDesk([plain]);
  const { status } = await desk.machine.ask({
    method: 'PUT',
    path: '/v1/entitlements/contoso',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      'valid from': '2026-01-01',
      attributes: { plan: 'premier' },
      targets: [{ metric: 'first response', severity: 'A', target: '30m' }],
    }),
  });
  expect(status).toBe(200);
  await desk.happens(0, created({ customer: 'contoso', severity: 'A' }), 'T1');
  await desk.happens(0, created({ customer: 'fabrikam', severity: 'A' }), 'T2');
  const [ours, others] = await Promise.all([desk.record('T1'), desk.record('T2')]);
  expect(ours.timed?.ticket.attributes).toMatchObject({ plan: 'premier' });
  expect(ours.timed?.clocks[0]).toMatchObject({ contracted: '30m', due: MONDAY + 30 * MINUTE });
  expect(others.timed?.clocks[0]).toMatchObject({ due: MONDAY + HOUR });
  await desk.until(45);
  expect(desk.mails().map(mail => mail.split(' ')[0])).toEqual(['15', '20', '30']);
  expect(desk.pages()).toEqual(['30 triggered']);
  await desk.expectQuiet();
});
