import type { Instant } from '../calendar/instant.ts';
import { asSeen, type TicketRecord } from '../escalation/ticket-record.ts';
import { type Condition, meets } from '../policy/condition.ts';
import type { Inhibition } from '../policy/inhibition.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { judgedAttributes } from '../policy/target-row.ts';
import { isActive } from '../ticket/status.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import { type TicketKey, ticketKeyText } from '../ticket/ticket-key.ts';
import type { Hold } from './delivery.ts';
import { LOOK_AGAIN } from './silence.ts';

/** A ticket whose notifications may have to wait, its severity the one that counts. */
export interface Child {
  readonly key: TicketKey;
  readonly judged: Attributes;
}

/**
 * Where the ticket is that may mute this one: the parent it names, or any of its tenant; undefined where the rule is not for it. What
 * would itself mute its tenant is not muted so, or two outages would mute each other.
 */
export function mutedBy({ by, when, except }: Inhibition, { key, judged }: Child): TicketKey | 'tenant' | undefined {
  if (except.includes(String(judged.severity))) return undefined;
  if (by === 'tenant') return meets(judged, when) ? undefined : by;
  const id = parentIn(judged, by.attribute);
  return id === undefined ? undefined : { ...key, id };
}

/**
 * Whether a ticket mutes another by a rule at `now`: it is open and as the rule wants it, another one, and not its child. Those without
 * a tenant have nothing in common but their help desk, so an outage among them mutes those of its own.
 */
export function mutes(
  { by, when }: Inhibition,
  kept: TicketRecord,
  child: Child,
  policies: PolicySet,
  now: Instant,
): boolean {
  const record = asSeen(kept, now, policies);
  if (ticketKeyText(record.key) === ticketKeyText(child.key)) return false;
  if (by === 'tenant' && child.key.tenant === '' && record.key.source !== child.key.source) return false;
  const attributes = record.timed?.ticket.attributes ?? {};
  if (by !== 'tenant' && parentIn(attributes, by.attribute) === child.key.id) return false;
  return isOpenAndMeets(record, when, policies);
}

const parentIn = (attributes: Attributes, name: string): string | undefined =>
  String(attributes[name] ?? '').trim() || undefined;

/** Whether, by any edition, a ticket mutes the others of its tenant while it is as its events say. */
export const mutesTenant = (record: TicketRecord, policies: PolicySet): boolean =>
  policies.tenantWide.some(when => isOpenAndMeets(record, when, policies));

/** What an inhibited notification waits for. */
export const inhibitedBy = ({ by }: Inhibition, { id }: TicketKey, now: Instant): Hold => ({
  why: 'inhibited',
  until: now + LOOK_AGAIN,
  detail: by === 'tenant' ? `${id} mutes its tenant while it is open` : `its parent ${id} is open`,
});

function isOpenAndMeets({ timed }: TicketRecord, when: Condition, policies: PolicySet): boolean {
  if (timed === undefined || timed.ticket.gone || !isActive(timed.ticket.status)) return false;
  const policy = timed.policy && policies.edition(timed.policy);
  return meets(policy ? judgedAttributes(policy, timed.ticket) : timed.ticket.attributes, when);
}
