import type { Instant } from '../../../shared/calendar/instant.ts';
import { asSeen, type TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import { severityOf } from '../../../shared/policy/severity.ts';
import { ticketKeyText } from '../../../shared/ticket/ticket-key.ts';
import { clockViews } from './clock-view.ts';
import type { TicketView } from './snapshot.ts';

/** A ticket as the list shows it; undefined while its creation has not arrived. */
export function ticketView(kept: TicketRecord, policies: PolicySet, now: Instant): TicketView | undefined {
  const record = asSeen(kept, now, policies);
  if (record.timed === undefined) return undefined;
  const { ticket, policy: ref } = record.timed;
  const policy = ref && policies.edition(ref);
  const severity = policy && severityOf(policy.severity, ticket).applied;
  const { subject, requester, plan, language, channel } = ticket.attributes;
  const told = { requester, plan, language, channel, severity: severity ?? ticket.attributes.severity };
  const known = Object.entries(told).filter(([, value]) => value !== undefined && value !== '');
  return {
    key: ticketKeyText(record.key),
    version: record.version,
    source: record.key.source,
    id: record.key.id,
    subject: String(subject ?? record.key.id),
    ...Object.fromEntries(known.map(([name, value]) => [name, String(value)])),
    status: ticket.status,
    ...(ticket.gone === undefined ? {} : { gone: ticket.gone }),
    rank: policy && severity !== undefined ? policy.severity.set.indexOf(severity) : Number.MAX_SAFE_INTEGER,
    ...(ref === undefined ? {} : { policy: policy?.title ?? ref.name, edition: ref.edition }),
    createdAt: ticket.createdAt,
    clocks: clockViews(record, policies, now),
  };
}
