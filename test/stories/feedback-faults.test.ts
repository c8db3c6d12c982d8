import { afterEach, expect, it } from 'vitest';
import { policy, row, rung } from '../policies.ts';
import { becomes, created } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';
import { FAULTS, faultyCalls } from './faulty-calls.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

/** A mail half way to the hour to whoever owns the ticket; a page where that comes back. */
const plan = policy({
  targets: [row({ metric: 'resolution', ladder: 'usual' })],
  ladders: { usual: [rung('50%', { kind: 'share', share: 0.5 }, { notify: [{ channel: 'email', to: 'owner' }] })] },
  recipients: {
    owner: { email: { attribute: 'owner' }, page: { provider: 'pagerduty', secret: 'timekeeper/pagerduty' } },
  },
});

it.each(FAULTS)('a mail that came back is a page, once, where any call of feedback %s it is done', async fault => {
  const calls = faultyCalls(name => name === 'feedback');
  desk = await openDesk([plan], { wire: calls.wire });
  for (let first = 1, struck = 1; struck > 0; first += 1) {
    const ticket = `T${first}`;
    const start = first * 60;
    calls.arm(fault, first, Number.POSITIVE_INFINITY);
    await desk.happens(start, created({ owner: `bounce+${first}@simulator.amazonses.com` }), ticket);
    await desk.until(start + 50);
    await desk.happens(start + 50, becomes('solved'), ticket);
    await desk.until(start + 55);
    const rows = await desk.machine.deliveries({ tenant: '', source: 'desk', id: ticket });
    expect([first, ...rows.map(({ notification, state }) => `${notification.channel} ${state}`)]).toEqual([
      first,
      'email refused',
      'page resolved',
    ]);
    expect(desk.pages()).toHaveLength(first);
    await desk.expectQuiet();
    struck = calls.struck();
  }
});
