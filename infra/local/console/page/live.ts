/// <reference lib="dom" />
import { type Difference, LISTS } from '../difference.ts';
import type { Snapshot } from '../snapshot.ts';
import { setTime } from './virtual-time.ts';

/** What the page knows, and whether it still hears of what happens. */
export interface Live extends Omit<Snapshot, 'now' | 'rate'> {
  readonly connected: boolean;
}

type Rows = Record<(typeof LISTS)[number], Map<string, { readonly key: string }>>;

const rows = Object.fromEntries(LISTS.map(list => [list, new Map()])) as unknown as Rows;

/** Listens to the console's server and tells of every change; the browser connects again by itself when the line breaks. */
export function connect(tell: (live: Live) => void): void {
  const source = new EventSource('/feed');
  source.addEventListener('whole', event => {
    for (const list of LISTS) rows[list].clear();
    apply(JSON.parse(event.data));
    tell(live(true));
  });
  source.addEventListener('change', event => {
    if (apply(JSON.parse(event.data))) tell(live(true));
  });
  source.addEventListener('error', () => {
    setTime(undefined);
    tell(live(false));
  });
}

function apply(change: Difference): boolean {
  setTime(change);
  const changed = LISTS.filter(list => change[list] !== undefined);
  for (const list of changed) {
    for (const key of change[list]!.gone) rows[list].delete(key);
    for (const row of change[list]!.put) rows[list].set(row.key, row);
  }
  return changed.length > 0;
}

const live = (connected: boolean): Live =>
  ({ connected, ...Object.fromEntries(LISTS.map(list => [list, [...rows[list].values()]])) }) as unknown as Live;
