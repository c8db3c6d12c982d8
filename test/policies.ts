import { ALWAYS, type CalendarDefinition } from '../shared/calendar/definition.ts';
import { HOUR, MINUTE } from '../shared/calendar/instant.ts';
import { METRICS } from '../shared/metric/metrics.ts';
import type { Rung, RungTime } from '../shared/policy/ladder.ts';
import type { Policy, TargetRow } from '../shared/policy/policy.ts';

/** Monday to Friday 09:00-17:00, Berlin. */
export const OFFICE: CalendarDefinition = {
  zone: 'Europe/Berlin',
  week: [0, 1, 2, 3, 4, 5, 6].map(day => (day < 5 ? [{ from: 9 * HOUR, to: 17 * HOUR }] : [])),
  holidays: [],
  exceptions: {},
};

/** A row of a target table: one hour around the clock unless the facts say otherwise. */
export const row = (facts: Partial<TargetRow> = {}): TargetRow => ({
  metric: 'first response',
  when: {},
  target: { kind: 'duration', duration: HOUR },
  calendar: 'always',
  ...facts,
});

/** A rung that mails the manager unless the facts say otherwise. */
export const rung = (id: string, at: RungTime, facts: Partial<Rung> = {}): Rung => ({
  id,
  at,
  notify: [{ channel: 'email', to: 'manager' }],
  ...facts,
});

/** The rungs most policies have: half of the time, ten minutes before, at the breach, half an hour later. */
export const LADDER: readonly Rung[] = [
  rung('50%', { kind: 'share', share: 0.5 }),
  rung('-10m', { kind: 'before', duration: 10 * MINUTE, wall: false }),
  rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] }),
  rung('+30m', { kind: 'after', duration: 30 * MINUTE, wall: false }),
];

/** A policy for every ticket with a target of one hour on every metric, unless the facts say otherwise. */
export const policy = (facts: Partial<Policy> = {}): Policy => ({
  name: 'plain',
  edition: '1970-01-01',
  effectiveFrom: 0,
  title: 'Plain',
  match: {},
  precedence: 0,
  severity: { set: ['A', 'B', 'C'], fallback: 'C', derive: [], cap: [] },
  calendars: { always: ALWAYS, office: OFFICE },
  pauses: {},
  solvedUnanswered: 'fulfils',
  targets: METRICS.map(({ name }) => row({ metric: name, ladder: 'usual' })),
  ladders: { usual: LADDER },
  recipients: {
    manager: { email: { text: 'manager@example.test' } },
    'on call': { page: { provider: 'pagerduty', secret: 'timekeeper/pagerduty' } },
  },
  ...facts,
});
