/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export interface Chance {
  /** From `low` up to and not including `high`. */
  between(low: number, high: number): number;
  /** One of the choices. */
  one<T>(choices: readonly T[]): T;
}

/** Chance that begins at a seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + next() * (high - low);
  return { between, one: choices => choices[Math.floor(between(0, choices.length))]! };
}
