/** The first items whose sizes together stay within a limit; nothing after the first that does not fit. */
export function fitting<Item>(items: readonly Item[], limit: number, sizeOf: (item: Item) => number): readonly Item[] {
  let size = 0;
  const over = items.findIndex(item => {
    size += sizeOf(item);
    return size > limit;
  });
  return over === -1 ? items : items.slice(0, over);
}
