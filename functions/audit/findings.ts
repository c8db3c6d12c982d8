import { isDeepStrictEqual } from 'node:util';
import { type Instant, MINUTE } from '../../shared/calendar/instant.ts';
import { onTimeline } from '../../shared/engine.ts';
import { nextActionAt } from '../../shared/escalation/next-action.ts';
import { asSeen, type TicketRecord } from '../../shared/escalation/ticket-record.ts';
import { type Delivery, UNSETTLED } from '../../shared/notification/delivery.ts';
import type { PolicySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';

/**
 * What can be wrong with a ticket or a delivery: `unheard`, its clocks are not what its events say; `undated`, something is owed
 * and no time to look, or one too late, is written down; `late`, the time to look has long passed; `unlisted`, the index the sweep
 * reads does not have it; `unreadable`, it could not even be looked at.
 */
export type Finding = 'unheard' | 'undated' | 'late' | 'unlisted' | 'unreadable';

/** How long after its instant something owed counts as forgotten. */
export const LATE = 2 * MINUTE;

/** What is wrong with a ticket's record, by its events and the engine; the index is not asked. */
export function ticketFindings(
  record: TicketRecord,
  events: readonly TicketEvent[],
  policies: PolicySet,
  now: Instant,
): readonly Finding[] {
  const { timed, nextActionAt: at, savedAt = Number.NEGATIVE_INFINITY } = record;
  const told = onTimeline(record, events, policies).record;
  const expected = nextActionAt(asSeen(record, now, policies), policies);
  const isUndated = expected !== undefined && (at === undefined || at > Math.max(expected, savedAt));
  return [
    ...(isDeepStrictEqual(told.timed, timed) ? [] : ['unheard' as const]),
    ...(isUndated ? ['undated' as const] : []),
    ...(isLate(at, now) ? ['late' as const] : []),
  ];
}

/** What is wrong with a delivery; the index is not asked. */
export function deliveryFindings({ state, nextActionAt }: Delivery, now: Instant): readonly Finding[] {
  if (!UNSETTLED.includes(state)) return [];
  if (nextActionAt === undefined) return ['undated'];
  return isLate(nextActionAt, now) ? ['late'] : [];
}

const isLate = (nextActionAt: Instant | undefined, now: Instant): boolean =>
  nextActionAt !== undefined && nextActionAt < now - LATE;
