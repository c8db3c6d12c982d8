import type { Instant } from '../../../shared/calendar/instant.ts';
import type { Explanation } from '../../../shared/clock/explanation.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';
import { columns } from '../columns.ts';
import { becauseText } from '../policy/condition-text.ts';
import { ticketText } from '../ticket-text.ts';
import { clockText } from './clock-text.ts';
import { momentText } from './moment.ts';

/** Why a ticket's clocks stand where they stand, for people who read times in the zone `reader`. */
export function explanationText(key: TicketKey, { policy, ...rest }: Explanation, now: Instant, reader: string) {
  const title = `${ticketText(key)}, as seen on ${momentText(now, reader)} ${reader}`;
  if (policy === undefined) return [title, '', 'No policy is for this ticket, and nothing is promised.'];
  const { severity, contract, contact, clocks } = rest;
  const facts = [
    [
      'Policy',
      `${policy.name}, edition ${policy.edition}: ${policy.title}${policy.source ? ` (${policy.source})` : ''}`,
    ],
    ['', becauseText(policy.match)],
    ...(severity === undefined ? [] : [['Severity', `${severity.applied}${requestedText(severity.requested)}`]]),
    ...(severity?.adjustments ?? []).map(({ from, to, because }) => ['', `${from} → ${to}: ${because}`]),
    ...(contract === undefined
      ? []
      : [['Contract', `of ${contract.customer}, valid from ${momentText(contract.from, reader)}`]]),
    ...(contact === undefined ? [] : [['Contact', [...contact.phone, contact.hours].filter(Boolean).join(', ')]]),
  ];
  const told = clocks.flatMap(clock => ['', ...clockText(clock, reader)]);
  return [title, '', ...columns(facts), ...(clocks.length === 0 ? ['', 'Nothing is promised about it.'] : told)];
}

const requestedText = (requested: string | undefined): string =>
  requested === undefined ? ', since none was asked for' : `, ${requested} was asked for`;
