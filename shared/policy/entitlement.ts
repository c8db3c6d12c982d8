import type { Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Contract, ContractTarget, Granted } from '../ticket/contract.ts';
import type { Attributes } from '../ticket/ticket-event.ts';

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

/** The time a contract has for a metric at a severity: the one for that severity, else the one for every severity. */
export function contractedTarget({ targets }: Contract, metric: MetricName, severity: string): string | undefined {
  const ofMetric = targets.filter(target => target.metric === metric);
  const own = ofMetric.find(target => target.severity === severity);
  return (own ?? ofMetric.find(target => target.severity === undefined))?.target;
}
