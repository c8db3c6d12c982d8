import type { Recipient } from '../../shared/policy/recipient.ts';
import { policy, row, rung } from '../policies.ts';
import type { Desk } from './desk.ts';

/** Pages of PagerDuty. */
export const page = { provider: 'pagerduty', secret: 'timekeeper/pagerduty' };
/** Somebody with that address and no pager. */
export const mailTo = (text: string): Recipient => ({ email: { text } });

/** One rung, at the breach after an hour. */
export const telling = (channel: 'email' | 'page', recipients: Readonly<Record<string, Recipient>>) =>
  policy({
    targets: [row({ metric: 'resolution', ladder: 'one' })],
    ladders: { one: [rung('breach', { kind: 'breach' }, { notify: [{ channel, to: 'lead' }] })] },
    recipients,
  });

/** Where every delivery stands: channel, recipient, state, what was heard of it last. */
export async function standingOf(desk: Desk): Promise<readonly string[]> {
  const rows = await desk.machine.deliveries();
  return rows
    .map(({ notification: { channel, to }, state, whyNot, receipt }) =>
      [channel, to, state, whyNot, receipt?.said].filter(Boolean).join(' '),
    )
    .toSorted();
}

/** What a measure adds up to so far. */
export const counted = (desk: Desk, name: string): number =>
  desk.machine
    .measures()
    .filter(each => each.name === name)
    .reduce((sum, { values }) => sum + values.reduce((a, b) => a + b, 0), 0);
