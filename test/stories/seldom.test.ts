import { type SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { afterEach, describe, expect, it } from 'vitest';
import { rowOf } from '../../functions/adapters/delivery-ledger.ts';
import type { Wire } from '../../infra/local/workers.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { policy, row, rung } from '../policies.ts';
import { created, reply } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

const THROTTLED = {
  name: 'Throttling',
  $fault: 'client',
  message: 'Maximum sending rate exceeded',
  $metadata: {},
} as const;
const PAGE = { notify: [{ channel: 'page', to: 'on call' } as const] };

describe('what seldom happens', () => {
  it('a rung that follows within two minutes is told to the second, without waiting for a sweep', async () => {
    const rungs = [
      rung('breach', { kind: 'breach' }),
      rung('+1m', { kind: 'after', duration: MINUTE, wall: true }, PAGE),
    ];
    desk = await openDesk([policy({ targets: [row({ ladder: 'hasty' })], ladders: { hasty: rungs } })]);
    await desk.happens(0, created());
    await desk.until(62);
    expect([desk.mails(), desk.pages()]).toEqual([[expect.stringMatching(/^60 /)], ['61 triggered']]);
    expect(desk.machine.asked().evaluate).toContainEqual(
      expect.objectContaining({ action: 'sqs:SendMessage', resource: expect.stringMatching(/-due$/) }),
    );
  });

  it('a ticket that is answered while its page waits for the digest is not in it', async () => {
    const grouping = { window: 5 * MINUTE, above: 1, never: [] };
    const ladders = { usual: [rung('breach', { kind: 'breach' }, PAGE)] };
    desk = await openDesk([policy({ targets: [row({ ladder: 'usual' })], ladders, grouping })]);
    for (const ticket of ['T1', 'T2', 'T3', 'T4']) await desk.happens(0, created({ subject: ticket }), ticket);
    await desk.until(61);
    const waiting = (await desk.machine.deliveries()).filter(({ state }) => state === 'held');
    expect(waiting).toHaveLength(3);
    const [member] = waiting.filter(({ digest }) => !digest!.leads);
    await desk.happens(62, reply, member!.notification.ticket.id);
    await desk.until(70);
    expect((await desk.machine.deliveries()).map(({ state, whyNot }) => whyNot ?? state).toSorted()).toEqual([
      'answered',
      'grouped',
      'sent',
      'sent',
    ]);
    expect(desk.pages()).toEqual(['60 triggered', '65 triggered']);
  });

  it('a mail that waits for its next attempt goes at once where a button of the dashboard asks for it', async () => {
    let isDown = true;
    const wire: Wire = (_name, clients) => {
      (clients.ses as SESClient).middlewareStack.add(
        next => args => (isDown ? Promise.reject(new SESServiceException(THROTTLED)) : next(args)),
        { name: 'down', override: true },
      );
      return clients;
    };
    const ladders = { usual: [rung('breach', { kind: 'breach' })] };
    desk = await openDesk([policy({ targets: [row({ ladder: 'usual' })], ladders })], { wire });
    await desk.happens(0, created());
    await desk.until(64);
    const [mail] = await desk.machine.deliveries();
    expect(mail).toMatchObject({ state: 'retry' });
    isDown = false;
    const { pk, sk } = rowOf(mail!.notification);
    const said = await desk.machine.invoke('widget', { do: 'redeliver', pk, sk, widgetContext: {} });
    expect(said).toContain('It is tried again now');
    await desk.machine.settle();
    expect(desk.mails()).toEqual([expect.stringMatching(/^64 /)]);
  });
});
