import type { Instant } from '../../shared/calendar/instant.ts';

/** Where a list goes on: after the row of that instant and key. */
export interface Place {
  readonly at: Instant;
  readonly key: string;
}

/** A part of a list, and where it goes on if it does. */
export interface Part<Row> {
  readonly rows: readonly Row[];
  readonly next?: Place;
}

/** Which part of a list is meant: so many rows at most, after a place if one is said. */
export interface Stretch {
  readonly most: number;
  readonly after?: Place | undefined;
}

/**
 * One list, by instant and key, of what lies in several shards, each of which tells its own rows by instant alone. It reads no further in any
 * shard than the part can reach.
 */
export async function inOrder<Row>(
  shards: number,
  rowsOf: (shard: string) => AsyncIterable<readonly Row[]>,
  placeOf: (row: Row) => Place,
  { most, after }: Stretch,
): Promise<Part<Row>> {
  const heads = Array.from({ length: shards }, (_, shard) => headOf(rowsOf(String(shard)), placeOf, most, after));
  const found = (await Promise.all(heads)).flat().toSorted((a, b) => compare(placeOf(a), placeOf(b)));
  const rows = found.slice(0, most);
  return found.length > most ? { rows, next: placeOf(rows.at(-1)!) } : { rows };
}

/** The first rows of a shard after a place: one more than are wanted, and all others of the last one's instant. */
async function headOf<Row>(
  pages: AsyncIterable<readonly Row[]>,
  placeOf: (row: Row) => Place,
  most: number,
  after: Place | undefined,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for await (const page of pages)
    for (const row of page) {
      const place = placeOf(row);
      const last = found.at(-1);
      if (last !== undefined && found.length > most && placeOf(last).at < place.at) return found;
      if (after === undefined || compare(place, after) > 0) found.push(row);
    }
  return found;
}

const compare = (a: Place, b: Place): number => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
