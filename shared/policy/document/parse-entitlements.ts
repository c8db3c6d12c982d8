import type { Entitlement } from '../entitlement.ts';
import { type RawEntitlements, readEntitlementTable } from './entitlement-table.ts';
import type { Fault } from './fault.ts';
import { readEntitlements } from './read-entitlements.ts';
import { readYaml } from './yaml-source.ts';

/** Entitlements, or everything that is wrong with their text, each with line and column. */
export type ParsedEntitlements =
  | { readonly entitlements: readonly Entitlement[] }
  | { readonly faults: readonly Fault[] };

/** Reads a list of entitlements, in YAML or as a CSV table; it finds every mistake at once and never throws on bad text. */
export function parseEntitlements(text: string, form: 'yaml' | 'csv'): ParsedEntitlements {
  const source: RawEntitlements | { faults: readonly Fault[] } =
    form === 'csv' ? readEntitlementTable(text) : readYaml(text);
  if ('faults' in source) return source;
  const { entitlements, findings } = readEntitlements(source.value);
  const all = [...source.findings, ...findings];
  return all.length > 0 ? { faults: all.map(source.place) } : { entitlements };
}
