import { type Duration, HOUR, type Instant, SECOND } from '../../shared/calendar/instant.ts';
import type { Hold, Outcome } from '../../shared/notification/delivery.ts';
import type { Lane } from '../../shared/notification/limit.ts';
import { log, reasonOf } from '../adapters/log.ts';
import type { Attemptable, Destination } from './courier.ts';
import type { Desk } from './desk.ts';

/** One answer keeps everybody away for so long at most, however long it asks for itself: others may be taken there, and find out. */
const CLOSED_AT_MOST: Duration = HOUR;

/**
 * Takes room at a destination: the attempt to be made, or until when there is none. A destination that asks for patience is asked by
 * nobody until then; who comes meanwhile has its answer, so that others can be told in time.
 */
export async function withRoom(
  { meter }: Pick<Desk, 'meter'>,
  attempt: Attemptable,
  lane: Lane,
  now: Instant,
): Promise<Attemptable | { readonly hold: Hold }> {
  const { destination } = attempt;
  if (destination === undefined) return attempt;
  const room = await meter.take(togetherOf(destination), destination.limited?.limit, lane, now, Math.random());
  if (room === 'room') return { ...attempt, attempt: () => heeded(meter, destination, attempt, now) };
  if ('full' in room) return { hold: { why: 'rate limit', until: room.full } };
  return { ...attempt, attempt: async () => patienceUntil(room.closed, now) };
}

const togetherOf = ({ id, limited }: Destination): string => limited?.together ?? id;

/** Makes the attempt; where the answer is to come again later, nobody comes before. What stands still needs people, not patience. */
async function heeded(
  meter: Desk['meter'],
  destination: Destination,
  { attempt }: Attemptable,
  now: Instant,
): Promise<Outcome> {
  const outcome = await attempt();
  if (outcome.verdict !== 'retry' || !outcome.retryAfter || outcome.standstill) return outcome;
  await meter
    .close(togetherOf(destination), now + Math.min(outcome.retryAfter, CLOSED_AT_MOST), now)
    .catch(error => log('warn', 'a destination could not be closed', { reason: reasonOf(error) }));
  return outcome;
}

const patienceUntil = (until: Instant, now: Instant): Outcome => ({
  verdict: 'retry',
  detail: `not asked: it wants to be left alone for another ${Math.ceil((until - now) / SECOND)} s`,
  retryAfter: until - now,
});
