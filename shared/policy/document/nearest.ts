/** The known word that a misspelt one most likely stands for; undefined when none is close. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const edits = distance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** How many letters must be put in, taken out, changed, or swapped with the next one; infinite when more than `limit`. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > limit) return Number.POSITIVE_INFINITY;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** The end of a message that offers the nearest known word; empty when none is close. */
export function suggestion(word: string, known: Iterable<string>): string {
  const guess = word.length > 80 ? undefined : nearest(word, known);
  return guess === undefined ? '' : `; did you mean "${guess}"?`;
}
