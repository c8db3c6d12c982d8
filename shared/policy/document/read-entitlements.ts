import * as z from 'zod';
import { DAY } from '../../calendar/instant.ts';
import { formatLocalDate, parseLocalDate } from '../../calendar/local-date.ts';
import type { Entitlement } from '../entitlement.ts';
import { entitlementShape, termsShape } from './entitlement-shape.ts';
import { type Finding, quoted } from './fault.ts';
import { shapeFindings } from './shape-findings.ts';

/** Entitlements as far as they could be read, and everything that is wrong with them; without findings they are all there. */
export interface ReadEntitlements {
  readonly entitlements: readonly Entitlement[];
  readonly findings: readonly Finding[];
}

/** Whose an entitlement is; the tenant is empty where there is only one. */
export type Customer = Pick<Entitlement, 'tenant' | 'customer'>;

const entitlementList = z.array(entitlementShape);
const termsList = z.array(termsShape);

/** Reads a list of entitlements, each with its customer; it finds every mistake at once and never throws. */
export function readEntitlements(value: unknown): ReadEntitlements {
  const { data = [] } = entitlementList.safeParse(value);
  const entitlements = data.map(each => entitlementOf({ tenant: each.tenant ?? '', customer: each.customer }, each));
  return { entitlements, findings: [...shapeFindings(entitlementList, value), ...contradictions(entitlements)] };
}

/** Reads what one customer is entitled to: one document that does not name it, or a list of such. */
export function readTerms(value: unknown, whose: Customer): ReadEntitlements {
  const list = Array.isArray(value) ? value : [value];
  const { data = [] } = termsList.safeParse(list);
  const entitlements = data.map(each => entitlementOf(whose, each));
  const findings = [...shapeFindings(termsList, list), ...contradictions(entitlements)];
  const toOne = (finding: Finding): Finding => ({ ...finding, path: finding.path.slice(1) });
  return { entitlements, findings: list === value ? findings : findings.map(toOne) };
}

/** An entitlement as people write it, without whose it is; `readTerms` makes the same of it again. */
export const termsOf = ({ from, to, attributes, targets }: Entitlement): Readonly<Record<string, unknown>> => ({
  'valid from': formatLocalDate(Math.floor(from / DAY)),
  ...(to === undefined ? {} : { 'valid to': formatLocalDate(Math.ceil(to / DAY) - 1) }),
  attributes,
  targets,
});

function entitlementOf({ tenant, customer }: Customer, said: z.output<typeof termsShape>): Entitlement {
  const last = said['valid to'];
  return {
    tenant,
    customer,
    from: parseLocalDate(said['valid from'])! * DAY,
    ...(last === undefined ? {} : { to: (parseLocalDate(last)! + 1) * DAY }),
    attributes: said.attributes ?? {},
    targets: said.targets ?? [],
  };
}

function* contradictions(entitlements: readonly Entitlement[]): Generator<Finding> {
  const seen = new Set<string>();
  const isNew = (...facts: readonly unknown[]) => seen.size < seen.add(JSON.stringify(facts)).size;
  for (const [index, { tenant, customer, from, to, targets }] of entitlements.entries()) {
    if (to !== undefined && to <= from)
      yield { path: [index, 'valid to'], found: 'a day before it begins', expected: 'a day from its first on' };
    if (!isNew(tenant, customer, from))
      yield {
        path: [index, 'valid from'],
        found: `${quoted(customer)} from the same day again`,
        expected: 'each once',
      };
    for (const [row, { metric, severity }] of targets.entries())
      if (!isNew(index, metric, severity))
        yield { path: [index, 'targets', row], found: `the same ${metric} again`, expected: 'one time for each' };
  }
}
