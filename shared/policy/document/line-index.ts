/** Where something stands in a text; line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds line and column of an offset of the text; the YAML library's own counter misses breaks inside texts of several lines. */
export function lineIndex(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return offset => {
    const within = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= within) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: within - starts[low]! + 1 };
  };
}
