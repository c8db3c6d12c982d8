import type { Instant } from '../../../shared/calendar/instant.ts';
import { onDue } from '../../../shared/engine.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import { addressOf } from '../../../shared/notification/address.ts';
import { owed } from '../../../shared/notification/delivery.ts';
import { factsOf } from '../../../shared/notification/facts.ts';
import type { Notification } from '../../../shared/notification/notification.ts';
import { told } from '../../../shared/notification/told.ts';
import { wordingFor } from '../../../shared/notification/wording/wordings.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import { recipientFor } from '../../../shared/policy/recipient-for.ts';
import { type Gate, type Parcel, type Passage, passage } from '../../delivery/gate.ts';

/** One thing that somebody would be told if nothing changed first. */
export interface Foretold {
  readonly at: Instant;
  readonly notification: Notification;
  /** The address, or the paging provider; or why nobody can be told. */
  readonly where: { readonly known: string } | { readonly unknown: string };
  readonly language: string;
  readonly subject: string;
  /** What the gates would say from that instant on, as far as is known now; a hold lasts until it would be told. */
  readonly passage: Passage;
}

/** More than any ladder has; a walk that comes so far is cut. */
const MOST_STEPS = 1000;

/** What would be told about a ticket from `now` on, in order, by the engine itself walked from one due instant to the next. */
export async function forecast(
  record: TicketRecord,
  policies: PolicySet,
  gates: readonly Gate[],
  now: Instant,
): Promise<readonly Foretold[]> {
  const found: Foretold[] = [];
  let standing = record;
  for (let steps = 0; steps < MOST_STEPS && standing.nextActionAt !== undefined; steps += 1) {
    const at = Math.max(now, standing.nextActionAt);
    const decision = onDue(standing, at, policies);
    standing = decision.record;
    for (const notification of decision.notifications)
      found.push(await foretold(notification, standing, policies, gates, at));
  }
  return found;
}

async function foretold(
  notification: Notification,
  record: TicketRecord,
  policies: PolicySet,
  gates: readonly Gate[],
  at: Instant,
): Promise<Foretold> {
  const facts = factsOf(notification, record, policies, at);
  const policy = policies.edition(record.timed!.policy!)!;
  const recipient = recipientFor(policy, notification.to, facts.attributes, facts.severity);
  const wording = wordingFor(recipient?.language);
  const parcel: Parcel = { delivery: owed(notification, at), record, policy, recipient, facts, now: at };
  return {
    at,
    notification,
    where: placeOf(parcel),
    language: wording.language,
    subject: told(facts, wording, { role: notification.to, zone: recipient?.zone }).subject,
    passage: await lasting(gates, parcel),
  };
}

/** A hold may only be until the next look: it is asked on until something else is said. */
async function lasting(gates: readonly Gate[], parcel: Parcel): Promise<Passage> {
  const first = await passage(gates, parcel);
  let last = first;
  for (let steps = 0; steps < MOST_STEPS && last !== 'passes' && 'hold' in last; steps += 1) {
    const { until } = last.hold;
    last = await passage(gates, { ...parcel, now: until });
    if (last === 'passes' && first !== 'passes' && 'hold' in first) return { hold: { ...first.hold, until } };
  }
  return last;
}

function placeOf({ delivery: { notification }, recipient, facts }: Parcel): Foretold['where'] {
  switch (notification.channel) {
    case 'email': {
      const found = addressOf(recipient, facts.attributes);
      return 'unknown' in found ? found : { known: found.address };
    }
    case 'page':
      return recipient?.page ? { known: recipient.page.provider } : { unknown: 'the recipient has no page route' };
  }
}
