import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Machine } from '../../infra/local/machine.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { asSeen } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { severityOf } from '../../shared/policy/severity.ts';
import { policy, row, rung } from '../policies.ts';
import { MONDAY } from '../timelines.ts';

const plan = policy({
  severity: {
    set: ['A', 'B', 'C'],
    fallback: 'C',
    derive: [],
    cap: [],
    lower: [{ after: 'requester response', by: 1, because: 'no answer came' }],
  },
  pauses: { resolution: [] },
  ladders: { usual: [rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] })] },
  targets: [
    row({ metric: 'resolution', when: { severity: ['A'] }, ladder: 'usual' }),
    row({ metric: 'resolution', target: { kind: 'duration', duration: 8 * HOUR }, ladder: 'usual' }),
    row({ metric: 'requester response', target: { kind: 'duration', duration: 2 * HOUR } }),
  ],
});

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [plan] });
});
afterAll(() => machine.stop());

const key = { tenant: '', source: 'desk', id: 'T1' };
const event = (id: string, type: string, minutes: number, data: object) => ({
  specversion: '1.0',
  id,
  source: 'desk',
  subject: 'T1',
  type: `timekeeper.ticket.${type}`,
  time: new Date(MONDAY + minutes * MINUTE).toISOString(),
  data,
});

it('a requester who lets an answer fall due loses the page, and gets it back with an answer that was in time', async () => {
  await machine.post(event('1', 'created', 0, { attributes: { severity: 'A' } }));
  await machine.post(event('2', 'updated', 0, { status: 'pending' }));
  await machine.advance(MONDAY + 90 * MINUTE);
  expect(machine.pages().map(page => page.status)).toEqual(['triggered']);

  await machine.advance(MONDAY + 121 * MINUTE);
  const policies = policySet([plan]);
  const { timed } = asSeen((await machine.ticket(key))!, machine.now(), policies);
  expect(severityOf(plan.severity, timed!.ticket).applied).toBe('B');
  expect(timed!.clocks.find(({ metric }) => metric === 'resolution')?.due).toBe(MONDAY + 8 * HOUR);
  expect(machine.pages().map(page => page.status)).toEqual(['resolved']);
  expect((await machine.ticket(key))?.climbs.find(({ metric }) => metric === 'resolution')?.corrections).toHaveLength(
    1,
  );

  await machine.post(event('3', 'message', 100, { author: 'requester', public: true }));
  await machine.advance(MONDAY + 125 * MINUTE);
  expect(machine.pages().map(page => page.status)).toEqual(['resolved', 'triggered']);
  await machine.advance(MONDAY + 24 * HOUR);
});
