import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Duration, type Instant, MINUTE } from '../../shared/calendar/instant.ts';

/** An item of the table of which something is owed. */
export interface OwedItem {
  readonly pk: string;
  readonly sk: string;
  readonly nextActionAt: Instant;
}

/** What is owed, known from every write instead of from reads: a machine that leaps over idle time asks at every step. */
export interface OwedWatch {
  /** Watches what is put through a connection. */
  over(client: DynamoDBClient): void;
  /** Tells that a sweep has just run. */
  swept(): void;
  /**
   * The first instant from which a sweep could find anything, or, `thrifty`, anything it has not sent on before; what it has is sent
   * again a minute after it was due, and then each time it is twice as late. Undefined when nothing is owed.
   */
  worthSweepingFrom(thrifty: boolean): Instant | undefined;
}

interface Watched {
  readonly nextActionAt: Instant;
  readonly writtenIn: number;
}

/** A watch that knows of `owed` at the start; what falls due within `lookAhead` is sent on by a sweep. */
export function watchOwed(owed: readonly OwedItem[], lookAhead: Duration, now: () => Instant): OwedWatch {
  let sweeps = 0;
  let sweptAt = Number.NEGATIVE_INFINITY;
  const items = new Map<string, Watched>();
  const keyOf = (item: Record<string, unknown>) => JSON.stringify([plain(item.pk), plain(item.sk)]);
  for (const { nextActionAt, ...key } of owed) items.set(keyOf(key), { nextActionAt, writtenIn: 0 });

  function written(item: Record<string, unknown>): void {
    const nextActionAt = plain(item.nextActionAt);
    if (nextActionAt === undefined) items.delete(keyOf(item));
    else items.set(keyOf(item), { nextActionAt: Number(nextActionAt), writtenIn: sweeps });
  }

  const wasSent = ({ nextActionAt, writtenIn }: Watched) => writtenIn < sweeps && nextActionAt <= sweptAt + lookAhead;

  return {
    over: client =>
      client.middlewareStack.add(
        next => async args => {
          const result = await next(args);
          const { Item } = args.input as { readonly Item?: Record<string, unknown> };
          if (Item !== undefined) written(Item);
          return result;
        },
        { step: 'serialize', name: 'watch what is owed' },
      ),
    swept() {
      sweeps += 1;
      sweptAt = now();
    },
    worthSweepingFrom(thrifty) {
      let first: Instant | undefined;
      for (const item of items.values()) {
        const late = Math.max(MINUTE, 2 * (sweptAt - item.nextActionAt));
        const from = item.nextActionAt + (thrifty && wasSent(item) ? late : -lookAhead);
        if (first === undefined || from < first) first = from;
      }
      return first;
    },
  };
}

/** An attribute's value, whether it is still plain or already DynamoDB's JSON. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { S, N } = value as { readonly S?: string; readonly N?: string };
  return S ?? N;
}
