import type { Machine } from '../../../infra/local/machine.ts';
import { toCloudEvent } from '../../../infra/local/replay/to-cloud-event.ts';
import { HOUR, MINUTE } from '../../../shared/calendar/instant.ts';
import { LADDER, policy, row } from '../../policies.ts';
import { asks, at, becomes, created, MONDAY, reply } from '../../timelines.ts';

/** Three clocks with a ladder of four rungs each: three mails and a page. SES tells of every mail. */
export const PLAN = policy({
  targets: [
    row({ metric: 'first response', ladder: 'usual' }),
    row({ metric: 'next response', ladder: 'usual', target: { kind: 'duration', duration: 4 * HOUR } }),
    row({ metric: 'resolution', ladder: 'usual', target: { kind: 'duration', duration: 4 * HOUR } }),
  ],
  ladders: { usual: LADDER },
  recipients: {
    manager: { email: { text: 'success+manager@simulator.amazonses.com' } },
    'on call': { page: { provider: 'pagerduty', secret: 'timekeeper/pagerduty' } },
  },
});

/** How many tickets live. */
export const TICKETS = 20;

/** A ticket's day, in minutes after it began: answered, asked again, waiting for the requester, solved too late. */
export const LIFE = [
  [0, created({ plan: 'gold', severity: 'B', subject: 'The mail is slow', requester: 'ada@example.test' })],
  [50, reply],
  [70, asks],
  [95, becomes('pending')],
  [150, asks],
  [160, becomes('open')],
  [330, becomes('solved')],
] as const;

const APART = 5;

/** Lives them all through, one beginning a few minutes after the other, from Monday 09:00 on. */
export async function liveThrough(machine: Machine): Promise<void> {
  for (let number = 0; number < TICKETS; number += 1)
    for (const [minutes, happening] of LIFE) {
      const event = at(number * APART + minutes, happening);
      const key = { tenant: '', source: 'desk', id: `T${number}` };
      machine.at(event.at, () => machine.post(toCloudEvent(key, event)));
    }
  await machine.advance(MONDAY + (TICKETS * APART + LIFE.at(-1)![0] + 20) * MINUTE);
}
