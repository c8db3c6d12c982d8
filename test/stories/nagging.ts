import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { policy, row, rung } from '../policies.ts';

const BOTH = [
  { channel: 'page', to: 'on call' },
  { channel: 'email', to: 'manager' },
] as const;

/** One hour for severity A, eight for the rest: a page half way, then every half hour from the breach on, and the boss after four hours. */
export const nagging: Policy = policy({
  targets: [
    row({ metric: 'resolution', when: { severity: ['A'] }, ladder: 'usual' }),
    row({ metric: 'resolution', target: { kind: 'duration', duration: 8 * HOUR }, ladder: 'usual' }),
  ],
  ladders: {
    usual: [
      rung('50%', { kind: 'share', share: 0.5 }, { notify: [{ channel: 'page', to: 'on call' }] }),
      rung('breach', { kind: 'breach' }, { notify: BOTH, repeat: { every: 30 * MINUTE, wall: false, times: 20 } }),
      rung('+4h', { kind: 'after', duration: 4 * HOUR, wall: false }, { notify: [{ channel: 'email', to: 'boss' }] }),
    ],
  },
  recipients: {
    ...policy().recipients,
    boss: { email: { text: 'boss@example.test' } },
  },
});

/** The minutes of what a desk lists by its minute. */
export const minutesOf = (told: readonly string[]) => told.map(line => Number(line.split(' ')[0]));
