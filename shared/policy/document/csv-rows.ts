import { lineIndex, type Place } from './line-index.ts';

/** A field of a CSV text, and where it begins. */
export interface CsvField extends Place {
  readonly text: string;
}

const FIELD = /"((?:[^"]|"")*)"(?=[,\r\n]|$)|([^",\r\n]*)(?=[,\r\n]|$)/y;

/** The rows of a CSV text as RFC 4180 has them, lines of nothing left out; or where a quote is not as it should be. */
export function csvRows(text: string): readonly (readonly CsvField[])[] | { readonly wrong: Place } {
  const placeOf = lineIndex(text);
  const rows: CsvField[][] = [];
  let row: CsvField[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; ; ) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (match === null) return { wrong: placeOf(at) };
    row.push({ ...placeOf(at), text: (match[1]?.replaceAll('""', '"') ?? match[2]!).trim() });
    at += match[0].length;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    if (row.some(field => field.text !== '')) rows.push(row);
    row = [];
    if (at >= text.length) return rows;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}
