import { describe, expect, it } from 'vitest';
import { HOUR } from '../../shared/calendar/instant.ts';
import { onTimeline } from '../../shared/engine.ts';
import { unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { Target } from '../../shared/policy/target.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { policy, row } from '../policies.ts';
import { at, becomes, created } from '../timelines.ts';

function countedAtTheEnd(events: readonly TicketEvent[], target: Target): readonly string[] {
  const policies = policySet([policy({ targets: [row({ metric: 'resolution', target })] })]);
  const before = onTimeline(unknownTicket({ tenant: '', source: 'desk', id: 'T1' }), events.slice(0, -1), policies);
  return onTimeline(before.record, events, policies).measures.map(({ name }) => name);
}

describe('a ticket that is solved while its clock stands still', () => {
  const life = [at(0, created()), at(10, becomes('pending')), at(90, becomes('solved'))];

  it('is counted as a promise kept', () => {
    expect(countedAtTheEnd(life, { kind: 'duration', duration: HOUR })).toEqual(['Met', 'Attainment']);
  });

  it('is not counted where nothing was promised', () => {
    expect(countedAtTheEnd(life, { kind: 'uncommitted' })).toEqual([]);
  });

  it('is counted once, however often what happened after is told', () => {
    const closed = [...life, at(100, becomes('closed'))];
    expect(countedAtTheEnd(closed, { kind: 'duration', duration: HOUR })).toEqual([]);
  });
});
