import type { Instant } from '../../shared/calendar/instant.ts';
import { type Message, trueId } from '../../shared/webhook/message.ts';
import { fingerprint, sign } from '../adapters/fingerprint.ts';
import type { HookSecrets } from '../adapters/hook-secrets.ts';
import { log } from '../adapters/log.ts';
import { problem } from '../adapters/problem.ts';
import { rawBody } from '../adapters/raw-body.ts';
import { problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';
import { isSame } from '../adapters/seal.ts';
import type { ToldEvents } from '../adapters/told-events.ts';
import { doorOf, foreignTo, nameOf } from './door.ts';
import { answerEvents, type Counted, eventsOf, responseTo } from './http.ts';

/** What it takes to believe a help desk and to take its events in. */
export interface HookDesk extends Counted {
  readonly secrets: HookSecrets;
  readonly told: ToldEvents;
}

/**
 * Takes ticket events of a help desk that signs its messages in place of its requests; 401 without a reason for what is not believed.
 * A message is remembered by its id and content once all in it is kept, and the same one again is answered and not done again; one
 * that failed halfway is done again whole, which the ids of its events make the same as once.
 */
export const byHook =
  ({ intake, emit, secrets, told }: HookDesk): Route =>
  async request => {
    const body = rawBody(request);
    if (typeof body !== 'string') return problemResponse(body);
    const door = doorOf(request);
    const now = Date.now();
    const id = door && (await believed(secrets, nameOf(door), { headers: request.headers, body }, now));
    if (door === undefined || id === undefined) return NOT_BELIEVED;
    const events = eventsOf(request);
    if ('status' in events) return problemResponse(events);
    const sender = `desk ${nameOf(door)}`;
    const message = `${id} ${fingerprint(body)}`;
    if (await told.has(sender, message))
      return responseTo(
        events.values.map(() => ({ status: 'duplicate' })),
        events.one,
      );
    const answer = await answerEvents({ intake, emit }, events, now, foreignTo(door));
    if (answer.statusCode === 202) await told.add(sender, message, now);
    return answer;
  };

const NOT_BELIEVED = problemResponse(problem(401, 'This request is not believed'));

/**
 * The id of a message that proves true by the secrets of its door. Secrets that there are are read anew before it is refused, for they may
 * have just been changed; that there are none has just been read.
 */
async function believed(
  secrets: HookSecrets,
  door: string,
  message: Message,
  now: Instant,
): Promise<string | undefined> {
  const prove = (found: readonly string[]) => trueId(message, { secrets: found, now, sign, isSame });
  const inForce = await secrets.of(door, now);
  const id = prove(inForce);
  if (id !== undefined || inForce.length === 0) return id;
  const anew = await secrets.anew(door, now);
  const idAnew = anew && prove(anew);
  if (idAnew === undefined) log('warn', 'a help desk was not believed', { door });
  return idAnew;
}
