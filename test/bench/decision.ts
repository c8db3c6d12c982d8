import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { onDue, onTicketEvent, onTimeline } from '../../shared/engine.ts';
import { unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { LADDER, policy, row, rung } from '../policies.ts';
import { asks, at, becomes, created, reply, set } from '../timelines.ts';
import { perSecond, shown } from './rate.ts';

const METRICS = ['first response', 'next response', 'periodic update', 'resolution'] as const;
const LATER = [2, 3, 4, 5].map(hours => rung(`+${hours}h`, { kind: 'after', duration: hours * HOUR, wall: false }));

const plan = policy({
  targets: METRICS.map(metric =>
    row({ metric, calendar: 'office', target: { kind: 'duration', duration: 40 * HOUR }, ladder: 'long' }),
  ),
  ladders: { long: [...LADDER, ...LATER] },
});

/** A life of thirty events over two working weeks: answers, questions, waits, changes of severity. */
function thirtyEvents(): readonly TicketEvent[] {
  const turns = [asks, reply, becomes('pending'), becomes('open'), set({ severity: 'B' }), set({ severity: 'C' })];
  const later = Array.from({ length: 29 }, (_, index) => at(60 + index * 400, turns[index % turns.length]!));
  return [at(0, created({ severity: 'C', plan: 'gold', category: 'network' })), ...later];
}

/** Prints what one decision costs on a ticket of thirty events, four clocks and eight rungs. */
export function decisionBench(): void {
  const policies = policySet([plan]);
  const events = thirtyEvents();
  const before = onTimeline(
    unknownTicket({ tenant: '', source: 'desk', id: 'T1' }),
    events.slice(0, -1),
    policies,
  ).record;
  const last = events.at(-1)!;
  const { record } = onTicketEvent(before, last, policies);
  const now = record.nextActionAt! + MINUTE;
  const times = 20_000;
  const repeat = (work: () => void) => () => {
    for (let time = 0; time < times; time += 1) work();
  };
  console.log('\nOne decision (30 events, 4 clocks, 8 rungs each; goal: 50,000 a second)');
  for (const [name, work] of [
    ['onTicketEvent', () => onTicketEvent(before, last, policies)],
    ['onDue, a rung due', () => onDue(record, now, policies)],
    ['onDue, nothing due', () => onDue(record, now - 2 * MINUTE, policies)],
    ['onTimeline, all 30 events anew', () => onTimeline(record, events, policies)],
  ] as const) {
    const rate = perSecond(times, repeat(work));
    console.log(`  ${name.padEnd(32)} ${shown(rate).padStart(10)} a second   ${(1e6 / rate).toFixed(1)} us`);
  }
  console.log(`  the record as JSON: ${JSON.stringify(record).length} characters`);
}

if (import.meta.main) decisionBench();
