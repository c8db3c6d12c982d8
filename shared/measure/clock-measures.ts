import type { Clock } from '../clock/clock.ts';
import { sameCycle } from '../clock/clock.ts';
import { promiseOfClock } from '../clock/promise.ts';
import type { TicketRecord } from '../escalation/ticket-record.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { judgedAttributes } from '../policy/target-row.ts';
import { type Measure, type MeasureName, measure } from './measures.ts';

/** The dimensions of what is counted about a clock: its metric, and the severity its ticket is treated as. */
export function clockDimensions(record: TicketRecord, clock: Pick<Clock, 'metric'>, policies: PolicySet) {
  const policy = record.timed?.policy && policies.edition(record.timed.policy);
  const severity = policy ? String(judgedAttributes(policy, record.timed!.ticket).severity) : 'none';
  return { metric: clock.metric, severity };
}

/** What the change from one record to the next is counted as: promises kept and broken, breaches taken back, unmatched tickets. */
export function clockMeasures(before: TicketRecord, after: TicketRecord, policies: PolicySet): readonly Measure[] {
  const count = (name: MeasureName, clock: Pick<Clock, 'metric'>) =>
    measure(name, 1, clockDimensions(after, clock, policies));
  const was = before.timed?.clocks ?? [];
  const ended = (after.timed?.clocks ?? []).filter(
    clock =>
      isJudged(after, clock, policies) && !was.some(old => sameCycle(old, clock) && isJudged(before, old, policies)),
  );
  const corrected = after.climbs.filter(
    climb => climb.corrections.length > (before.climbs.find(old => sameCycle(old, climb))?.corrections.length ?? 0),
  );
  const unmatched = before.timed === undefined && after.timed !== undefined && after.timed.policy === undefined;
  return [
    ...ended.map(clock => count(clock.breachedAt === undefined ? 'Met' : 'Missed', clock)),
    ...ended.map(clock => attainment(after, clock, policies)),
    ...corrected.map(climb => count('Corrections', climb)),
    ...(unmatched ? [measure('UnmatchedTickets', 1)] : []),
  ];
}

/** What a clock that was judged adds to its policy's attainment: all or nothing. */
function attainment(record: TicketRecord, clock: Clock, policies: PolicySet): Measure {
  const { severity } = clockDimensions(record, clock, policies);
  const value = clock.breachedAt === undefined ? 100 : 0;
  return measure('Attainment', value, { policy: record.timed?.policy?.name ?? 'none', severity });
}

/** A clock that was solved while it stood still has no due time, and has kept its promise all the same. */
function isJudged({ timed }: TicketRecord, clock: Clock, policies: PolicySet): boolean {
  if (clock.stoppedAt === undefined || clock.row === undefined) return false;
  if (clock.due !== undefined || clock.breachedAt !== undefined) return true;
  const target = promiseOfClock(policies, clock, timed?.policy)?.target.kind;
  return target !== undefined && target !== 'uncommitted' && target !== 'as contracted';
}
