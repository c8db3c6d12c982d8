import { METRICS } from '../../metric/metrics.ts';
import { type CsvField, csvRows } from './csv-rows.ts';
import { type Fault, type Finding, type Path, pathText } from './fault.ts';
import type { Place } from './line-index.ts';

/** Entitlements as they stand in a text, not looked at yet, and the way from a mistake in them to its place. */
export interface RawEntitlements {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  place(finding: Finding): Fault;
}

const OWN = ['customer', 'tenant', 'valid from', 'valid to'];

/**
 * Reads a CSV table of entitlements, a row each. Columns called customer, tenant, valid from and valid to are those; one called
 * after a metric, with or without a severity (`first response A`), is a time of the contract; any other is an attribute.
 */
export function readEntitlementTable(text: string): RawEntitlements | { readonly faults: readonly Fault[] } {
  const rows = csvRows(text);
  if ('wrong' in rows)
    return { faults: [faultAt(rows.wrong, 'a quote out of place', 'a field, in quotes if it has quotes or commas')] };
  const [header = [], ...lines] = rows;
  const names = header.map(field => field.text);
  const twice = header.find((field, index) => field.text === '' || names.indexOf(field.text) < index);
  if (twice) return { faults: [faultAt(twice, `"${twice.text}"`, 'a name over every column, and every name once')] };
  const places = new Map<string, Place>();
  const value = lines.map((line, index) => rawOf(names, line, index, places));
  const long = lines.find(line => line.length > names.length);
  if (long)
    return { faults: [faultAt(long[names.length]!, 'a field more than there are columns', `${names.length} fields`)] };
  return {
    value,
    findings: [],
    place({ path, found, expected, message }) {
      const known = path.map((_, length) => places.get(pathText(path.slice(0, path.length - length)))).find(Boolean);
      return faultAt(known ?? header[0] ?? { line: 1, column: 1 }, found, expected, message, pathText(path));
    },
  };
}

function faultAt({ line, column }: Place, found: string, expected: string, message?: string, path = ''): Fault {
  return { path, line, column, found, expected, message: message ?? `expected ${expected}, found ${found}` };
}

function rawOf(
  names: readonly string[],
  line: readonly CsvField[],
  index: number,
  places: Map<string, Place>,
): unknown {
  const own: Record<string, string> = {};
  const attributes: Record<string, string> = {};
  const targets: object[] = [];
  const note = (path: Path, field: CsvField) => void places.set(pathText([index, ...path]), field);
  note([], line[0]!);
  for (const [column, name] of names.entries()) {
    const field = line[column];
    if (field === undefined || field.text === '') continue;
    const metric = METRICS.map(each => each.name).find(each => name === each || name.startsWith(`${each} `));
    if (OWN.includes(name)) {
      own[name] = field.text;
      note([name], field);
    } else if (metric === undefined) {
      attributes[name] = field.text;
      note(['attributes', name], field);
    } else {
      const severity = name.slice(metric.length).trim();
      note(['targets', targets.length], field);
      targets.push({ metric, ...(severity === '' ? {} : { severity }), target: field.text });
    }
  }
  return { ...own, attributes, targets };
}
