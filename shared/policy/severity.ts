import type { MetricName } from '../metric/metrics.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Condition, meets } from './condition.ts';

/** One reason for a severity other than the one asked for. */
export interface SeverityRule {
  readonly when: Condition;
  readonly severity: string;
  readonly because: string;
}

/** How a policy finds the severity that counts: its own set, most severe first, and what adjusts it. */
export interface SeverityRules {
  readonly set: readonly string[];
  /** Taken when the ticket names none, or one outside the set. */
  readonly fallback: string;
  /** The first rule met gives the severity, whatever was asked for. */
  readonly derive: readonly SeverityRule[];
  /** Every rule met holds the severity down to its own or milder. */
  readonly cap: readonly SeverityRule[];
  /** The expiry of such a clock lowers the severity, once a cycle. */
  readonly lower?: readonly LoweringRule[];
}

/** How far the severity falls when a clock runs out, and why. */
export interface LoweringRule {
  readonly after: MetricName & 'requester response';
  readonly by: number;
  readonly because: string;
}

/** One change between the severity asked for and the one applied. */
export interface SeverityAdjustment {
  readonly from: string;
  readonly to: string;
  readonly because: string;
}

/** The severity that counts, and every step that led there from the one requested. */
export interface AppliedSeverity {
  readonly requested?: string;
  readonly applied: string;
  readonly adjustments: readonly SeverityAdjustment[];
}

/** The severity a policy gives a ticket of these attributes (semantics of time, section 4). */
export function severityOf(
  rules: SeverityRules,
  { attributes, lowered = [] }: Pick<Ticket, 'attributes' | 'lowered'>,
): AppliedSeverity {
  const requested = attributes.severity === undefined ? undefined : String(attributes.severity);
  const adjustments: SeverityAdjustment[] = [];
  let applied = requested ?? rules.fallback;
  const move = (to: string, because: string) => {
    if (to !== applied) adjustments.push({ from: applied, to, because });
    applied = to;
  };
  if (!rules.set.includes(applied)) move(rules.fallback, `${applied} is not a severity of this policy`);
  const derived = rules.derive.find(rule => meets(attributes, rule.when));
  if (derived) move(derived.severity, derived.because);
  for (const cap of rules.cap)
    if (meets(attributes, cap.when) && rules.set.indexOf(applied) < rules.set.indexOf(cap.severity))
      move(cap.severity, cap.because);
  const last = rules.set.length - 1;
  for (const { by, because } of rules.lower ? lowered : [])
    move(rules.set[Math.min(last, rules.set.indexOf(applied) + by)]!, because);
  return { ...(requested === undefined ? {} : { requested }), applied, adjustments };
}
