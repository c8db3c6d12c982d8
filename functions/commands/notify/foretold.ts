import type { Instant } from '../../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import { addressOf } from '../../../shared/notification/address.ts';
import { type Facts, factsOf } from '../../../shared/notification/facts.ts';
import type { Notification } from '../../../shared/notification/notification.ts';
import { told } from '../../../shared/notification/told.ts';
import { wordingFor } from '../../../shared/notification/wording/wordings.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import type { Recipient } from '../../../shared/policy/recipient.ts';
import { recipientFor } from '../../../shared/policy/recipient-for.ts';
import type { Passage } from '../../delivery/gate.ts';

/** One thing that somebody would be told if nothing changed first. */
export interface Foretold {
  readonly at: Instant;
  readonly notification: Notification;
  /** The address, or the paging provider; or why nobody can be told. */
  readonly where: { readonly known: string } | { readonly unknown: string };
  readonly language: string;
  readonly subject: string;
  /** What would be found from that instant on, as far as is known now; a hold lasts until it would be told. */
  readonly passage: Passage;
}

/** What would be told by a notification of a ticket as it will stand at an instant; throws when there is no such promise. */
export function foretold(
  notification: Notification,
  record: TicketRecord,
  policies: PolicySet,
  passing: Passage,
  at: Instant,
): Foretold {
  const facts = factsOf(notification, record, policies, at);
  const policy = policies.edition(record.timed!.policy!)!;
  const recipient = recipientFor(policy, notification.to, facts.attributes, facts.severity);
  const wording = wordingFor(recipient?.language);
  return {
    at,
    notification,
    where: placeOf(notification, recipient, facts),
    language: wording.language,
    subject: told(facts, wording, { role: notification.to, zone: recipient?.zone }).subject,
    passage: passing,
  };
}

function placeOf(notification: Notification, recipient: Recipient | undefined, facts: Facts): Foretold['where'] {
  switch (notification.channel) {
    case 'email': {
      const found = addressOf(recipient, facts.attributes);
      return 'unknown' in found ? found : { known: found.address };
    }
    case 'page':
      return recipient?.page ? { known: recipient.page.provider } : { unknown: 'the recipient has no page route' };
  }
}
