import { type CsvField, csvRows } from './csv-rows.ts';
import { misspeltMetric, rawEntitlement } from './entitlement-fields.ts';
import { type Fault, type Finding, pathText } from './fault.ts';
import type { Place } from './line-index.ts';

/** Entitlements as they stand in a text, not looked at yet, and the way from a mistake in them to its place. */
export interface RawEntitlements {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  place(finding: Finding): Fault;
}

/** Reads a CSV table of entitlements, a row each, its columns called as `rawEntitlement` wants fields called; an empty field tells nothing. */
export function readEntitlementTable(text: string): RawEntitlements | { readonly faults: readonly Fault[] } {
  const rows = csvRows(text);
  if ('wrong' in rows)
    return { faults: [faultAt(rows.wrong, 'a quote out of place', 'a field, in quotes if it has quotes or commas')] };
  const [header = [], ...lines] = rows;
  const wrong = headerFault(header) ?? lengthFault(header, lines);
  if (wrong) return { faults: [wrong] };
  const raws = lines.map(line => {
    const named = line.map((field, column) => ({ ...field, name: header[column]!.text }));
    return rawEntitlement(named.filter(field => field.text !== ''));
  });
  return {
    value: raws.map(({ value }) => value),
    findings: [],
    place({ path, found, expected, message }) {
      const [index, ...within] = path;
      const known = raws[Number(index)]?.fieldAt(within) ?? lines[Number(index)]?.[0];
      return faultAt(known ?? header[0] ?? { line: 1, column: 1 }, found, expected, message, pathText(path));
    },
  };
}

function headerFault(header: readonly CsvField[]): Fault | undefined {
  const names = header.map(field => field.text);
  const twice = header.find((field, index) => field.text === '' || names.indexOf(field.text) < index);
  if (twice) return faultAt(twice, `"${twice.text}"`, 'a name over every column, and every name once');
  const odd = header.find(field => misspeltMetric(field.text));
  return odd && faultAt(odd, `"${odd.text}"`, `"${misspeltMetric(odd.text)}", or the name of an attribute`);
}

function lengthFault({ length }: readonly CsvField[], lines: readonly (readonly CsvField[])[]): Fault | undefined {
  const long = lines.find(line => line.length > length);
  return long && faultAt(long[length]!, 'a field more than there are columns', `${length} fields`);
}

function faultAt({ line, column }: Place, found: string, expected: string, message?: string, path = ''): Fault {
  return { path, line, column, found, expected, message: message ?? `expected ${expected}, found ${found}` };
}
