import type { Instant } from '../calendar/instant.ts';
import { isNewRequest, occasionsOf } from '../metric/occasion.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import type { PolicyRef } from '../ticket/policy-ref.ts';
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

/**
 * What the whole timeline says; undefined before the ticket is created. `pinned` holds an edition the ticket already runs under;
 * where the timeline itself says when it came to run under another, it starts with the one it ran under before.
 */
export function foldAll(events: readonly TicketEvent[], policies: PolicySet, pinned?: PolicyRef): Timed | undefined {
  const [birth, ...rest] = timelineOf(events);
  if (birth?.type !== 'created') return undefined;
  const ticket = bornOf(birth);
  const repinned = rest.find(event => event.type === 'repinned');
  const policy = policies.match(ticket.attributes, ticket.openedAt, listOf(repinned?.from ?? pinned));
  const occasions = occasionsOf(undefined, birth, ticket);
  const clocks = advance([], { at: birth.at, occasions, ticket, policy }, policies);
  const born: Timed = { ticket, ...refOf(policy), clocks, last: { at: birth.at, id: birth.id } };
  return rest.reduce((timed, event) => foldOne(timed, event, policies, repinned ? undefined : pinned), born);
}

/** What is known after one more event; one told as from before the creation counts from the creation on. */
export function foldOne(told: Timed, event: TicketEvent, policies: PolicySet, pinned?: PolicyRef): Timed {
  const last = laterMark(told.last, { at: event.at, id: event.id });
  if (told.ticket.gone) return { ...told, last };
  const at: Instant = Math.max(event.at, told.ticket.createdAt);
  const timed = settled(told, at, policies);
  const before = timed.policy && policies.edition(timed.policy);
  const changed = afterEvent(timed.ticket, event, at);
  const anew = isNewRequest(timed.ticket, changed, at, before?.reopenWithin);
  const ticket = anew ? asNewRequest(changed, at) : changed;
  const rematch = anew || ticket.attributes !== timed.ticket.attributes;
  const pins = anew ? [] : [...listOf(timed.policy), ...listOf(pinned)];
  const held = repinnedTo(event, timed.policy, policies) ?? before;
  const policy = rematch ? policies.match(ticket.attributes, ticket.openedAt, pins) : held;
  const occasions = occasionsOf(anew ? undefined : timed.ticket, event, ticket);
  const formerly = policy === before ? {} : { formerly: timed.policy ?? ('none' as const) };
  const clocks = advance(timed.clocks, { at, occasions, ticket, policy, ...formerly }, policies);
  return { ticket, ...refOf(policy), clocks, last };
}

/** The edition an event asks for; undefined when it asks for none, or when the ticket does not run under the one it is to leave. */
function repinnedTo(event: TicketEvent, now: PolicyRef | undefined, policies: PolicySet): Policy | undefined {
  if (event.type !== 'repinned' || now?.name !== event.from.name || now.edition !== event.from.edition)
    return undefined;
  return event.to.name === now.name ? policies.edition(event.to) : undefined;
}

const listOf = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

const refOf = (policy: PolicyRef | undefined): { readonly policy?: PolicyRef } =>
  policy === undefined ? {} : { policy: { name: policy.name, edition: policy.edition } };
