import { HOUR, type Instant } from '../calendar/instant.ts';
import { breachOf, isOpen } from '../clock/clock.ts';
import { asSeen, type TicketRecord } from '../escalation/ticket-record.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { type Measure, measure } from './measures.ts';

/** How things stand at `now` over some tickets: clocks open, of those due within the hour, and broken already; each counted once. */
export function standingMeasures(
  records: readonly TicketRecord[],
  policies: PolicySet,
  now: Instant,
): readonly Measure[] {
  const clocks = records.flatMap(record => asSeen(record, now, policies).timed?.clocks ?? []).filter(isOpen);
  const broken = clocks.filter(clock => breachOf(clock, now) !== undefined);
  const soon = clocks.filter(({ due }) => due !== undefined && now < due && due <= now + HOUR);
  return [
    measure('OpenClocks', clocks.length),
    measure('DueWithinTheHour', soon.length),
    measure('BreachedClocks', broken.length),
  ];
}
