import type { Instant } from '../calendar/instant.ts';
import { isNewRequest, occasionsOf } from '../metric/occasion.ts';
import type { PolicyRef, PolicySet } from '../policy/policy-set.ts';
import { afterEvent, asNewRequest, bornOf, type Ticket } from '../ticket/ticket.ts';
import type { TicketEvent } from '../ticket/ticket-event.ts';
import { laterMark, type Mark, timelineOf } from '../ticket/timeline.ts';
import { advance } from './advance.ts';
import type { Clock } from './clock.ts';
import { settled } from './settled.ts';

/** All that the events told so far say: the ticket, the policy edition it runs under, its clocks. */
export interface Timed {
  readonly ticket: Ticket;
  readonly policy?: PolicyRef;
  readonly clocks: readonly Clock[];
  /** The latest event told. */
  readonly last: Mark;
}

/** What the whole timeline says; undefined before the ticket is created. `pinned` holds an edition the ticket already runs under. */
export function foldAll(events: readonly TicketEvent[], policies: PolicySet, pinned?: PolicyRef): Timed | undefined {
  const [birth, ...rest] = timelineOf(events);
  if (birth?.type !== 'created') return undefined;
  const ticket = bornOf(birth);
  const policy = policies.match(ticket.attributes, ticket.openedAt, pinned);
  const occasions = occasionsOf(undefined, birth, ticket);
  const clocks = advance([], { at: birth.at, occasions, ticket, policy }, policies);
  const born: Timed = { ticket, ...refOf(policy), clocks, last: { at: birth.at, id: birth.id } };
  return rest.reduce((timed, event) => foldOne(timed, event, policies, pinned), born);
}

/** What is known after one more event; one told as from before the creation counts from the creation on. */
export function foldOne(told: Timed, event: TicketEvent, policies: PolicySet, pinned = told.policy): Timed {
  const last = laterMark(told.last, { at: event.at, id: event.id });
  if (told.ticket.gone) return { ...told, last };
  const at: Instant = Math.max(event.at, told.ticket.createdAt);
  const timed = settled(told, at, policies);
  const before = timed.policy && policies.edition(timed.policy);
  const changed = afterEvent(timed.ticket, event, at);
  const anew = isNewRequest(timed.ticket, changed, at, before?.reopenWithin);
  const ticket = anew ? asNewRequest(changed, at) : changed;
  const rematch = anew || ticket.attributes !== timed.ticket.attributes;
  const policy = rematch ? policies.match(ticket.attributes, ticket.openedAt, anew ? undefined : pinned) : before;
  const occasions = occasionsOf(anew ? undefined : timed.ticket, event, ticket);
  const formerly = policy === before ? {} : { formerly: timed.policy ?? ('none' as const) };
  const clocks = advance(timed.clocks, { at, occasions, ticket, policy, ...formerly }, policies);
  return { ticket, ...refOf(policy), clocks, last };
}

const refOf = (policy: PolicyRef | undefined): { readonly policy?: PolicyRef } =>
  policy === undefined ? {} : { policy: { name: policy.name, edition: policy.edition } };
