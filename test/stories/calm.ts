import type { Delivery } from '../../shared/notification/delivery.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { policy, row, rung } from '../policies.ts';
import type { Desk } from './desk.ts';

/** A resolution within an hour, whose breach pages. */
export const paging = (facts: Partial<Policy> = {}): Policy =>
  policy({
    targets: [row({ metric: 'resolution', ladder: 'usual' })],
    ladders: { usual: [rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] })] },
    ...facts,
  });

/** What became of every delivery: its state, why it was not told, what held it last. */
export const ledgerOf = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.machine.deliveries()).map(({ notification, state, whyNot, held }: Delivery) =>
    [notification.ticket.id, state, whyNot, held && `${held.why}${held.detail ? ` (${held.detail})` : ''}`]
      .filter(Boolean)
      .join(', '),
  );
