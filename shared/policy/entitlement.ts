import { DAY, type Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Contract, ContractTarget, Granted } from '../ticket/contract.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import type { Target } from './target.ts';
import { parseTarget } from './target-text.ts';

/** The most characters a customer's name, or a tenant's, may have to be on file. */
export const LONGEST_CUSTOMER = 200;

/** What a customer is entitled to for a time: attributes such as plan, support and agreement, and times of its own contract. */
export interface Entitlement {
  /** Empty where there is only one. */
  readonly tenant: string;
  readonly customer: string;
  /** Valid `[from, to)`; without end where no `to` is told. */
  readonly from: Instant;
  readonly to?: Instant;
  readonly attributes: Attributes;
  readonly targets: readonly ContractTarget[];
}

/** What the entitlements of one customer give a ticket created at an instant: those of the latest valid one, if there is one. */
export function grantedBy(entitlements: readonly Entitlement[], at: Instant): Granted | undefined {
  const valid = entitlements.filter(({ from, to }) => from <= at && (to === undefined || at < to));
  const latest = valid.toSorted((a, b) => b.from - a.from)[0];
  if (latest === undefined) return undefined;
  const { customer, from, attributes, targets } = latest;
  return { attributes, contract: { customer, from, targets } };
}

/** The longest time a contract can have: no calendar that a policy may have is too rarely open for it. */
const LONGEST = 366;

/** A time as contracts write it; undefined for text that is none, and for more than 366 days, of 24 hours or of business. */
export function parseContracted(text: string): Target | undefined {
  const target = parseTarget(text);
  if (target?.kind === 'duration' && target.duration > LONGEST * DAY) return undefined;
  return target?.kind === 'business days' && target.days > LONGEST ? undefined : target;
}

/** The time a contract has for a metric at a severity: the one for that severity, else the one for every severity; a text that is no time is none. */
export function contractedTarget({ targets }: Contract, metric: MetricName, severity: string): string | undefined {
  const ofMetric = targets.filter(target => target.metric === metric);
  const own = ofMetric.find(target => target.severity === severity);
  const text = (own ?? ofMetric.find(target => target.severity === undefined))?.target;
  return text === undefined || parseContracted(text) === undefined ? undefined : text;
}
