/** How often a second `work` can be done, the best of some rounds after a warm-up; `work` does `count` of it at a call. */
export function perSecond(count: number, work: () => void, rounds = 5): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return (count / best) * 1000;
}

/** A number for a table, with thousands apart. */
export const shown = (value: number): string => Math.round(value).toLocaleString('en');
