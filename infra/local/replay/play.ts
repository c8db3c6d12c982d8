import { type Instant, MINUTE } from '../../../shared/calendar/instant.ts';
import type { Machine } from '../machine.ts';
import type { LoggedEvent } from './log.ts';
import { toCloudEvent } from './to-cloud-event.ts';

/** The most events the service takes at once, and of how many instants they are laid out ahead. */
const BATCH = 500;
const AHEAD = 200;

/** How long after the last thing owed the machine is given for its retries and leases. */
const REST = 10 * MINUTE;

/** What a machine must be able to do for a log to be played on it. */
export type Player = Pick<Machine, 'now' | 'post' | 'at' | 'advance' | 'tickets' | 'deliveries'>;

/**
 * Posts every event at its own instant, before anything else that falls due then, and moves time on from one to the next; gives back
 * why events were refused, one reason each. `tell` hears how many have been posted.
 */
export async function play(
  machine: Player,
  events: readonly LoggedEvent[],
  tell: (posted: number) => void,
): Promise<readonly string[]> {
  const refusals: string[] = [];
  const instants = [...Map.groupBy(events, ({ event }) => event.at)];
  let posted = 0;
  for (let from = 0; from < instants.length; from += AHEAD) {
    const stretch = instants.slice(from, from + AHEAD);
    for (const [instant, batch] of stretch)
      machine.at(instant, async () => {
        for (let start = 0; start < batch.length; start += BATCH)
          refusals.push(...(await post(machine, batch.slice(start, start + BATCH))));
        posted += batch.length;
        tell(posted);
      });
    await machine.advance(Math.max(machine.now(), stretch.at(-1)![0]));
  }
  return refusals;
}

async function post(machine: Player, batch: readonly LoggedEvent[]): Promise<readonly string[]> {
  const { status, body } = await machine.post(batch.map(({ key, event }) => toCloudEvent(key, event)));
  const results = (body as { results?: readonly { status: string; index: number; problem?: unknown }[] }).results;
  if (results === undefined) return batch.map(() => `answered ${status}: ${JSON.stringify(body)}`);
  return results
    .filter(result => result.status === 'refused')
    .map(({ index, problem }) => `${batch[index]!.key.id} ${batch[index]!.event.id}: ${JSON.stringify(problem)}`);
}

/** Moves time on until nothing is owed any more, or all that is owed lies in the past. */
export async function playOut(machine: Player): Promise<void> {
  for (;;) {
    const last = Math.max(...(await owedInstants(machine)));
    if (last + REST <= machine.now()) return;
    await machine.advance(Math.max(machine.now(), last) + REST);
  }
}

/** When something is owed, for every record and delivery of which something is. */
export async function owedInstants(machine: Player): Promise<readonly Instant[]> {
  const rows = [...(await machine.tickets()), ...(await machine.deliveries())];
  return rows.flatMap(({ nextActionAt }) => nextActionAt ?? []);
}
