/** One piece of work: how long it takes, in ms, and whether it is one that is waited for. */
export interface Piece {
  readonly takes: number;
  readonly awaited: boolean;
}

/** When pieces of work that lie in a queue from the beginning are done by so many hands: the last that is awaited, and the last of all, in ms. */
export function doneSideBySide(
  pieces: readonly Piece[],
  hands: number,
): { readonly awaited: number; readonly all: number } {
  const free = Array.from({ length: hands }, () => 0);
  let awaited = 0;
  for (const piece of pieces) {
    const hand = free.indexOf(Math.min(...free));
    free[hand]! += piece.takes;
    if (piece.awaited) awaited = Math.max(awaited, free[hand]!);
  }
  return { awaited, all: Math.max(...free) };
}
