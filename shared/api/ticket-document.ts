import type { Instant } from '../calendar/instant.ts';
import type { Clock } from '../clock/clock.ts';
import { standOf } from '../clock/clock-stand.ts';
import { promiseOf } from '../clock/promise.ts';
import { standJson } from '../clock/stand-json.ts';
import { climbOf } from '../escalation/climb.ts';
import { asSeen, type TicketRecord } from '../escalation/ticket-record.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { severityOf } from '../policy/severity.ts';
import { acknowledgement } from './acknowledgement.ts';
import type { TicketDocument } from './ticket-shape.ts';
import { written, writtenIf } from './written.ts';

/** A ticket as programs read it at `now`; undefined while its creation has not arrived. */
export function ticketDocument(kept: TicketRecord, policies: PolicySet, now: Instant): TicketDocument | undefined {
  const record = asSeen(kept, now, policies);
  const { key, timed, nextActionAt } = record;
  if (timed === undefined) return undefined;
  const { ticket, policy: ref } = timed;
  const policy = ref && policies.edition(ref);
  return {
    ticket: { ...key },
    at: written(now),
    status: ticket.status,
    attributes: { ...ticket.attributes },
    createdAt: written(ticket.createdAt),
    openedAt: written(ticket.openedAt),
    solvedAt: writtenIf(ticket.solvedAt),
    gone: ticket.gone,
    policy: ref && { ...ref },
    severity: policy && severity(severityOf(policy.severity, ticket)),
    customer: ticket.contract?.customer,
    clocks: timed.clocks.flatMap(clock => clockDocument(record, clock, policies, now)),
    nextActionAt: writtenIf(nextActionAt),
  };
}

function clockDocument(
  { timed, climbs }: TicketRecord,
  clock: Clock,
  policies: PolicySet,
  now: Instant,
): TicketDocument['clocks'] {
  const ref = clock.under ?? timed?.policy;
  const policy = ref && policies.edition(ref);
  const promised = policy && promiseOf(policies, policy, clock);
  if (promised === undefined) return [];
  const { acknowledged, fired } = climbOf(climbs, clock);
  return [
    {
      ...standJson(standOf(clock, policy!, promised, now)),
      acknowledged: acknowledged && acknowledgement(acknowledged),
      fired: fired.map(({ rung, times, at }) => ({ rung, times, at: written(at) })),
    },
  ];
}

const severity = ({ adjustments, ...rest }: ReturnType<typeof severityOf>) => ({
  ...rest,
  adjustments: adjustments.map(each => ({ ...each })),
});
