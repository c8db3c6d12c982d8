/** Rows of cells as lines of even columns, two blanks apart, each row one line; the last column of a row is left as it is. */
export function columns(told: readonly (readonly string[])[], indent = ''): readonly string[] {
  const rows = told.map(row => row.map(cell => cell.replace(BREAKS, ' ')));
  const widths: number[] = [];
  for (const row of rows)
    row.slice(0, -1).forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  return rows.map(
    row =>
      indent +
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
  );
}

const BREAKS = /\s*[\r\n\u0085\u2028\u2029]\s*/g;

/** A count with its noun: `1 ticket`, `2 tickets`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
