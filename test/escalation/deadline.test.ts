import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { onDue, onTimeline } from '../../shared/engine.ts';
import { unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { policy, row } from '../policies.ts';
import { at, becomes, created, MONDAY, reply } from '../timelines.ts';

const POLICIES = policySet([
  policy({
    targets: [
      row({ ladder: 'usual' }),
      row({ metric: 'resolution', target: { kind: 'duration', duration: 4 * HOUR } }),
      row({ metric: 'agent work', target: { kind: 'uncommitted' } }),
    ],
    pauses: { resolution: ['pending'] },
  }),
]);

const KEY = { tenant: '', source: 'desk', id: 'T1' };
const ticketAfter = (...events: readonly TicketEvent[]) => onTimeline(unknownTicket(KEY), events, POLICIES).record;

describe('the deadline of a ticket', () => {
  it.each<[string, number | undefined, readonly TicketEvent[]]>([
    ['is when the first of its clocks is due', 60, [at(0, created())]],
    ['is that of the next one once the first is stopped', 240, [at(0, created()), at(10, reply)]],
    [
      'is not there while its clock stands still in time',
      undefined,
      [at(0, created()), at(10, reply), at(20, becomes('pending'))],
    ],
    [
      'is when the promise was broken of a clock that stands still after that',
      240,
      [at(0, created()), at(10, reply), at(300, becomes('pending'))],
    ],
    ['is not there when nothing is open', undefined, [at(0, created()), at(10, becomes('solved'))]],
  ])('%s', (_what, minutes, events) => {
    expect(ticketAfter(...events).deadlineAt).toBe(minutes && MONDAY + minutes * MINUTE);
  });

  it('stays when it has passed and there is nothing more to do', () => {
    const { record } = onDue(ticketAfter(at(0, created())), MONDAY + 24 * HOUR, POLICIES);
    expect([record.nextActionAt, record.deadlineAt]).toEqual([undefined, MONDAY + HOUR]);
  });
});
