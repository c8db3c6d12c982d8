import type { Instant } from '../../shared/calendar/instant.ts';
import type { Hold } from '../../shared/notification/delivery.ts';
import type { Lane } from '../../shared/notification/limit.ts';
import type { Destination } from './courier.ts';
import type { Desk } from './desk.ts';

/** Takes room at a destination, or says until when there is none; a destination without a limit costs no request. */
export async function noRoom(
  { meter }: Pick<Desk, 'meter'>,
  destination: Destination | undefined,
  lane: Lane,
  now: Instant,
): Promise<Hold | undefined> {
  if (destination?.limited === undefined) return undefined;
  const { together, limit } = destination.limited;
  const until = await meter.take(together, limit, lane, now, Math.random());
  return until === undefined ? undefined : { why: 'rate limit', until };
}
