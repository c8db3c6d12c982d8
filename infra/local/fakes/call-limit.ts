/** Counts calls by a key: whether the one at `at` is over `limit` in the `window` before it, in ms. Calls over it do not count. */
export function callLimit(limit: number, window: number): (key: string, at: number) => boolean {
  const calls = new Map<string, number[]>();
  return (key, at) => {
    const recent = (calls.get(key) ?? []).filter(call => call > at - window);
    const over = recent.length >= limit;
    calls.set(key, over ? recent : [...recent, at]);
    return over;
  };
}
