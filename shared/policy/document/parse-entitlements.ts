import type * as z from 'zod';
import { DAY } from '../../calendar/instant.ts';
import { parseLocalDate } from '../../calendar/local-date.ts';
import type { Entitlement } from '../entitlement.ts';
import { entitlementList, type entitlementShape } from './entitlement-shape.ts';
import { type RawEntitlements, readEntitlementTable } from './entitlement-table.ts';
import { type Fault, type Finding, quoted } from './fault.ts';
import { shapeFindings } from './shape-findings.ts';
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
  const findings: Finding[] = [...source.findings, ...shapeFindings(entitlementList, source.value)];
  const { data } = entitlementList.safeParse(source.value);
  const entitlements = (data ?? []).map(entitlementOf);
  findings.push(...contradictions(entitlements));
  return findings.length > 0 || data === undefined ? { faults: findings.map(source.place) } : { entitlements };
}

function entitlementOf(said: z.output<typeof entitlementShape>): Entitlement {
  const last = said['valid to'];
  return {
    tenant: said.tenant ?? '',
    customer: said.customer,
    from: parseLocalDate(said['valid from'])! * DAY,
    ...(last === undefined ? {} : { to: (parseLocalDate(last)! + 1) * DAY }),
    attributes: said.attributes ?? {},
    targets: said.targets ?? [],
  };
}

function* contradictions(entitlements: readonly Entitlement[]): Generator<Finding> {
  const seen = new Set<string>();
  for (const [index, { tenant, customer, from, to }] of entitlements.entries()) {
    if (to !== undefined && to <= from)
      yield { path: [index, 'valid to'], found: 'a day before it begins', expected: 'a day from its first on' };
    const key = JSON.stringify([tenant, customer, from]);
    if (seen.has(key))
      yield { path: [index, 'customer'], found: `${quoted(customer)} from the same day again`, expected: 'each once' };
    seen.add(key);
  }
}
