import { SECOND } from '../shared/calendar/instant.ts';
import { measure } from '../shared/measure/measures.ts';
import { type Clients, dynamodbClient, sqsClient } from './adapters/clients.ts';
import { dueIndex, type Owed } from './adapters/due-index.ts';
import { type Environment, required } from './adapters/environment.ts';
import { kindOfItem } from './adapters/item-keys.ts';
import { emitter } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { queue } from './adapters/queues.ts';

/**
 * The scheduled function: finds what falls due within the look-ahead and sends it on, held back to its instant. Whatever is overdue
 * is sent again each time: that is what heals a lost message. What was already due a while ago waits for nothing. A sweep counts as one
 * only if it saw every shard: it is by their number that somebody is woken when there are none.
 */
export function create(env: Environment, clients: Clients = {}) {
  const index = dueIndex(
    clients.dynamodb ?? dynamodbClient(env),
    required(env, 'TABLE_NAME'),
    required(env, 'DUE_INDEX'),
  );
  const shards = Number(required(env, 'SHARDS'));
  const lookAhead = Number(required(env, 'LOOK_AHEAD_SECONDS')) * SECOND;
  const sqs = clients.sqs ?? sqsClient(env);
  const emit = emitter(env);
  const queues = {
    ticket: queue(sqs, required(env, 'DUE_QUEUE_URL')),
    email: queue(sqs, required(env, 'EMAIL_QUEUE_URL')),
    page: queue(sqs, required(env, 'PAGE_QUEUE_URL')),
  };

  async function dispatch(owed: readonly Owed[], now: number): Promise<void> {
    const kinds = Map.groupBy(owed, kindOfItem);
    for (const [kind, items] of kinds)
      await queues[kind].send(
        items.map(({ pk, sk, nextActionAt }) => ({ body: { pk, sk }, at: nextActionAt })),
        now,
      );
  }

  return async (): Promise<void> => {
    const now = Date.now();
    let dispatched = 0;
    let oldest = now;
    const sweepShard = async (shard: string) => {
      for await (const owed of index.owed(shard, now + lookAhead)) {
        await dispatch(owed, now);
        dispatched += owed.length;
        oldest = Math.min(oldest, owed[0]!.nextActionAt);
      }
    };
    const results = await Promise.allSettled(Array.from({ length: shards }, (_, shard) => sweepShard(String(shard))));
    const failure = results.find(result => result.status === 'rejected');
    emit([
      measure('Sweeps', failure ? 0 : 1),
      measure('Dispatched', dispatched),
      ...(failure ? [] : [measure('Overdue', now - oldest)]),
    ]);
    if (failure) throw failure.reason;
  };
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
