import type { Duration, Instant } from '../../../shared/calendar/instant.ts';
import { type Clock, isOpen, sameCycle } from '../../../shared/clock/clock.ts';
import { foldAll } from '../../../shared/clock/fold.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { MetricName } from '../../../shared/metric/metrics.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import type { PolicyRef } from '../../../shared/ticket/policy-ref.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';

/** A due time that would move; `before` or `after` is absent where nothing is due on that side. */
export interface Move {
  readonly ticket: TicketKey;
  readonly metric: MetricName;
  readonly before?: Instant;
  readonly after?: Instant;
  /** How much later; negative for earlier. */
  readonly by?: Duration;
}

/** Whether anything still waits to happen on a ticket. */
export const isTicketOpen = ({ timed }: TicketRecord): boolean =>
  timed !== undefined && timed.ticket.gone === undefined && timed.clocks.some(isOpen);

/** The event that puts a ticket under another edition of its policy; told again, it is the same event. */
export const repinning = (from: PolicyRef, to: PolicyRef, now: Instant): TicketEvent => ({
  type: 'repinned',
  id: `repinned ${from.name} ${from.edition} ${to.edition}`,
  at: now,
  from: { name: from.name, edition: from.edition },
  to: { name: to.name, edition: to.edition },
});

/** The due times of a ticket's open clocks that would move if it ran under another edition. */
export function movesOf(
  { key, timed }: TicketRecord,
  events: readonly TicketEvent[],
  policies: PolicySet,
  edition: PolicyRef,
  now: Instant,
): readonly Move[] {
  const event = timed?.policy && repinning(timed.policy, edition, now);
  const after = foldAll(event ? [...events, event] : events, policies, timed?.policy);
  return (timed?.clocks ?? []).filter(isOpen).flatMap(clock => {
    const other = after?.clocks.find(each => sameCycle(each, clock));
    return moveOf(key, clock, other);
  });
}

function moveOf(ticket: TicketKey, { metric, due: before }: Clock, other: Clock | undefined): readonly Move[] {
  const after = other?.due;
  if (before === after) return [];
  return [
    {
      ticket,
      metric,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(before === undefined || after === undefined ? {} : { by: after - before }),
    },
  ];
}
