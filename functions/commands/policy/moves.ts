import type { Duration, Instant } from '../../../shared/calendar/instant.ts';
import { type Clock, isOpen, sameCycle } from '../../../shared/clock/clock.ts';
import { foldAll } from '../../../shared/clock/fold.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { MetricName } from '../../../shared/metric/metrics.ts';
import type { PolicyRef, PolicySet } from '../../../shared/policy/policy-set.ts';
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

/** The due times of a ticket's open clocks that would move if it ran under another edition. */
export function movesOf(
  { key, timed }: TicketRecord,
  events: readonly TicketEvent[],
  policies: PolicySet,
  edition: PolicyRef,
): readonly Move[] {
  const after = foldAll(events, policies, edition);
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
