import type { Facts } from '../notification/facts.ts';
import { otherFacts } from '../notification/ticket-facts.ts';
import type { Told } from '../notification/told.ts';
import type { Wording } from '../notification/wording/wording.ts';
import type { PageMessage, PageSeverity } from './paging-provider.ts';

/** What a page says of the facts, with the summary in the words of its reader; the details begin with what matters most. */
export function pageMessage(facts: Facts, told: Told, { acknowledge }: Wording): PageMessage {
  const own = {
    fact: told.headline,
    todo: told.todo,
    metric: facts.metric,
    severity: facts.severity,
    status: facts.status,
    ...(facts.ticket.tenant === '' ? {} : { tenant: facts.ticket.tenant }),
    ...(facts.dueAt === undefined ? {} : { due: new Date(facts.dueAt).toISOString() }),
  };
  return {
    summary: told.subject,
    severity: pageSeverity(facts),
    policy: facts.policy,
    class: `${facts.metric} ${facts.kind}`,
    details: { ...own, ...Object.fromEntries(otherFacts(facts.attributes)), ...own },
    ...(told.link ? { link: told.link } : {}),
    acknowledge,
  };
}

/** A broken promise of the policy's highest severity is critical, of any other an error; what can still be met warns. */
export function pageSeverity({ kind, rank }: Facts): PageSeverity {
  switch (kind) {
    case 'breach':
    case 'overdue':
      return rank === 0 ? 'critical' : 'error';
    case 'warning':
      return 'warning';
    case 'age':
      return 'info';
  }
}
