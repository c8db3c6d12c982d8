import type { Facts } from './facts.ts';
import type { NotificationKind } from './notification.ts';
import type { Told } from './told.ts';

/** One notification of several that are told together. */
export interface DigestEntry {
  readonly facts: Facts;
  readonly told: Told;
}

/** The worst notification of several, and the rest of them in order. */
export type WorstFirst = readonly [worst: DigestEntry, ...rest: readonly DigestEntry[]];

const GRAVITY: Readonly<Record<NotificationKind, number>> = { breach: 0, overdue: 0, warning: 1, age: 2 };

/** Compares what there is to say of two clocks, for sorting: negative where the first is the worse. */
export function worse(a: Facts, b: Facts): number {
  const later = a.kind === 'warning' ? a.span - b.span : b.span - a.span;
  return GRAVITY[a.kind] - GRAVITY[b.kind] || a.rank - b.rank || later;
}

/**
 * Notifications in the order of what to look at first: what is broken, then what can still be met, then what has only grown old; the
 * most severe of these; and then what is late for longest or has least time left. Throws when there is none.
 */
export function worstFirst(entries: readonly DigestEntry[]): WorstFirst {
  const [worst, ...rest] = entries.toSorted((a, b) => worse(a.facts, b.facts));
  if (worst === undefined) throw new Error('a digest tells of at least one notification');
  return [worst, ...rest];
}
