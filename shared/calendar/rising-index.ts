/** Cuts the range of a rising column into equal slots and knows where each begins: a lookup costs a multiplication, not a search. */
export interface RisingIndex {
  readonly origin: number;
  readonly slotsPerUnit: number;
  /** By slot: the place of the last pair whose value lies in an earlier slot, else of the first. */
  readonly places: Uint32Array;
}

/** Two slots to a pair: more would save no steps worth their memory. */
const SLOTS_PER_PAIR = 2;

/** Indexes the values at `pairs[column]`, `pairs[column + 2]`, … up to `end`, for questions between `lowest` and `highest`. */
export function indexColumn(
  pairs: Float64Array,
  column: 0 | 1,
  end: number,
  lowest: number,
  highest: number,
): RisingIndex {
  const slots = Math.max(1, (end / 2) * SLOTS_PER_PAIR);
  const index = {
    origin: lowest,
    slotsPerUnit: highest > lowest ? slots / (highest - lowest) : 0,
    places: new Uint32Array(slots + 1),
  };
  let place = 0;
  for (let slot = 0; slot <= slots; slot++) {
    while (place + 2 < end && slotOf(index, pairs[place + 2 + column]!) < slot) place += 2;
    index.places[slot] = place;
  }
  return index;
}

/** A place at or shortly before the last pair whose value is no greater (or is less); never beyond it. */
export function placeNear(index: RisingIndex, value: number): number {
  return index.places[slotOf(index, value)]!;
}

function slotOf(index: RisingIndex, value: number): number {
  return ((value - index.origin) * index.slotsPerUnit) | 0;
}
