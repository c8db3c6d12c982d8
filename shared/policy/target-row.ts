import type { MetricName } from '../metric/metrics.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import { meets, specificity } from './condition.ts';
import type { Policy } from './policy.ts';
import { severityOf } from './severity.ts';

/** The attributes target rows look at: the ticket's own, with the severity that counts in place of the one asked for. */
export const judgedAttributes = (policy: Policy, ticket: Pick<Ticket, 'attributes' | 'lowered'>): Attributes => ({
  ...ticket.attributes,
  severity: severityOf(policy.severity, ticket).applied,
});

/** Which target row holds for a metric, given judged attributes: the most specific one met, the first of equals; undefined for none. */
export function rowFor(policy: Policy, metric: MetricName, judged: Attributes): number | undefined {
  let best: number | undefined;
  policy.targets.forEach((row, index) => {
    if (row.metric !== metric || !meets(judged, row.when)) return;
    if (best === undefined || specificity(row.when) > specificity(policy.targets[best]!.when)) best = index;
  });
  return best;
}
