import fc from 'fast-check';
import { ALWAYS } from '../../shared/calendar/definition.ts';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { METRICS } from '../../shared/metric/metrics.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { STATUSES } from '../../shared/ticket/status.ts';
import type { Happening, TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { LADDER, OFFICE, policy, row, rung } from '../policies.ts';
import { MONDAY } from '../timelines.ts';

const severity = fc.constantFrom('A', 'B', 'C');

/** Where a customer is: two countries with hours of their own, one without, and zones of which one is none. */
const place = fc.oneof(
  fc.record({ country: fc.constantFrom('JP', 'DE', 'FR') }),
  fc.record({ time_zone: fc.constantFrom('America/New_York', 'Mars/Olympus') }),
);

const granted = fc.record({
  attributes: fc.constantFrom({}, { country: 'JP' }),
  contract: fc.record({
    customer: fc.constant('acme'),
    from: fc.constant(0),
    targets: fc.constantFrom(
      [],
      [{ metric: 'resolution', severity: 'B', target: '7h' }],
      [{ metric: 'first response', target: '20m' }],
    ),
  }),
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ type: fc.constant('updated' as const), status: fc.constantFrom(...STATUSES) }),
  fc.record({ type: fc.constant('updated' as const), attributes: fc.record({ severity }) }),
  fc.record({ type: fc.constant('updated' as const), attributes: place }),
  fc.record({ type: fc.constant('updated' as const), attributes: fc.record({ plan: fc.constantFrom('gold', 'tin') }) }),
  fc.record({
    type: fc.constant('message' as const),
    author: fc.constantFrom('agent' as const, 'requester' as const),
    public: fc.boolean(),
  }),
  { weight: 1, arbitrary: fc.constant({ type: 'deleted' as const }) },
  fc.constant({
    type: 'repinned' as const,
    from: { name: 'gold', edition: '1970-01-01' },
    to: { name: 'gold', edition: '2090-01-01' },
  }),
);

/** Instants within a day, on the minute or not, often equal to one another or to somebody's due time. */
const moment = fc.oneof(
  fc.integer({ min: 0, max: 24 }).map(hours => MONDAY + hours * HOUR),
  fc.integer({ min: 0, max: 24 * 60 }).map(minutes => MONDAY + minutes * MINUTE),
  fc.integer({ min: 0, max: 24 * HOUR }).map(ms => MONDAY + ms),
);

const later = fc.record({ happening, at: moment }).map(({ happening: what, at }) => ({ ...what, at, id: '' }));

const birth = fc
  .record({
    at: moment,
    severity,
    status: fc.constantFrom(...STATUSES),
    granted: fc.option(granted, { nil: undefined }),
  })
  .map(
    ({ at, severity: asked, status, granted: found }): TicketEvent => ({
      type: 'created',
      id: '',
      at,
      status,
      attributes: { severity: asked, plan: 'gold' },
      ...(found && { granted: found }),
    }),
  );

/** The events of one ticket's life, in no order, its creation among them. */
export const life: fc.Arbitrary<readonly TicketEvent[]> = fc
  .tuple(birth, fc.array(later, { maxLength: 14 }), fc.infiniteStream(fc.nat({ max: 99 })))
  .map(([first, rest, ids]) =>
    [first, ...rest].map((event, index) => ({ ...event, id: `${ids.next().value}-${index}` })),
  );

/** Policies that disagree on everything a change of plan or severity can move. */
export const POLICIES: readonly Policy[] = [
  policy({
    name: 'gold',
    edition: '2090-01-01',
    effectiveFrom: Date.UTC(2090, 0),
    match: { plan: ['gold'] },
    targets: METRICS.map(({ name }) =>
      row({ metric: name, target: { kind: 'duration', duration: 2 * HOUR }, ladder: 'usual' }),
    ),
  }),
  policy({
    name: 'gold',
    match: { plan: ['gold'] },
    reopenWithin: 5 * HOUR,
    severity: {
      set: ['A', 'B', 'C'],
      fallback: 'C',
      derive: [],
      cap: [{ when: { country: ['FR'] }, severity: 'B', because: 'not in France' }],
      lower: [{ after: 'requester response', by: 1, because: 'the requester did not answer' }],
    },
    calendars: {
      always: ALWAYS,
      office: {
        ...OFFICE,
        zoneFrom: 'time_zone',
        variants: [
          { when: { country: ['JP'] }, ...OFFICE, zone: 'Asia/Tokyo' },
          { when: { country: { not: ['FR'] }, time_zone: { known: false } }, ...OFFICE, holidays: [20_458] },
        ],
      },
    },
    targets: METRICS.flatMap(({ name }) => [
      row({ metric: name, when: { severity: ['A'] }, ladder: 'usual' }),
      row({
        metric: name,
        when: { severity: ['B'] },
        target: { kind: 'duration', duration: 3 * HOUR },
        calendar: 'office',
      }),
      row({ metric: name, when: { severity: ['C'] }, target: { kind: 'business days', days: 1 }, calendar: 'office' }),
    ]),
    ladders: {
      usual: [
        ...LADDER,
        rung(
          '+2h',
          { kind: 'after', duration: 2 * HOUR, wall: true },
          { repeat: { every: HOUR, wall: false, times: 3 } },
        ),
      ],
    },
  }),
  policy({
    name: 'tin',
    match: { plan: ['tin'] },
    targets: [row({ metric: 'resolution', target: { kind: 'as contracted' } }), row({ ladder: 'usual' })],
  }),
];
