import type { Snapshot } from './snapshot.ts';

type Collections = Omit<Snapshot, 'now' | 'rate'>;

/** The names of the lists a snapshot consists of. */
export const LISTS = [
  'tickets',
  'mails',
  'pages',
  'deliveries',
  'queues',
  'series',
] as const satisfies readonly (keyof Collections)[];

/** What to put into and take out of one list to bring it up to date; rows are told apart by their `key`. */
export interface ListChange<Row> {
  readonly put: readonly Row[];
  readonly gone: readonly string[];
}

/** What has changed from one snapshot to a later one; lists that are as they were are left out. */
export type Difference = Pick<Snapshot, 'now' | 'rate'> & {
  readonly [List in keyof Collections]?: ListChange<Collections[List][number]>;
};

/** What the page has been told: the text of every row by key. */
export type Told = Readonly<Record<(typeof LISTS)[number], ReadonlyMap<string, string>>>;

/** A page that has been told nothing. */
export const NOTHING_TOLD = Object.fromEntries(LISTS.map(list => [list, new Map()])) as unknown as Told;

/** What the page must still be told for it to show the snapshot, and what it has been told then. */
export function difference(told: Told, snapshot: Snapshot): { readonly change: Difference; readonly told: Told } {
  const change: Record<string, unknown> = { now: snapshot.now, rate: snapshot.rate };
  const next: Record<string, ReadonlyMap<string, string>> = {};
  for (const list of LISTS) {
    const rows: readonly { readonly key: string }[] = snapshot[list];
    const texts = new Map(rows.map(row => [row.key, JSON.stringify(row)]));
    const put = rows.filter(row => told[list].get(row.key) !== texts.get(row.key));
    const gone = [...told[list].keys()].filter(key => !texts.has(key));
    if (put.length > 0 || gone.length > 0) change[list] = { put, gone };
    next[list] = texts;
  }
  return { change: change as unknown as Difference, told: next as Told };
}
