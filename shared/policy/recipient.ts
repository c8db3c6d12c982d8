import type { Condition } from './condition.ts';
import type { Notify } from './ladder.ts';
import type { QuietHours } from './quiet-hours.ts';

/** A text of the policy's own, or the ticket attribute that holds it. */
export type TextSource = { readonly text: string } | { readonly attribute: string };

/** Where a recipient is paged: a paging provider, its routing key by secret reference or its topic, and its address where it has one. */
export interface PageRoute {
  readonly provider: string;
  /** Name of the secret that holds the routing or signing key; never the key itself. */
  readonly secret?: string;
  /** The topic to publish to, for providers that do. */
  readonly topic?: string;
  /** Where to post, for providers without an address of their own. */
  readonly url?: string;
}

/** Where a page went, and in which language, where one was said. */
export interface PagedRoute extends PageRoute {
  readonly language?: string;
}

/** How somebody can be told. */
export interface Manner {
  readonly email?: TextSource;
  readonly page?: PageRoute;
  /** BCP 47 language of the texts; English where none is said. */
  readonly language?: string;
  /** IANA time zone in which the recipient reads times; the calendar's where none is said. */
  readonly zone?: string;
}

/** How somebody is told of the tickets that meet a condition, with the severity that counts among their attributes. */
export interface Route extends Manner {
  readonly when: Condition;
}

/** Somebody a ladder can tell, by role. */
export interface Recipient extends Manner {
  /** The first that a ticket meets holds; what it leaves open is as the recipient says. */
  readonly routes?: readonly Route[];
  /** Whom to tell in place of them, and how, when they cannot be told: one after the other. Their own other channel where it says nothing. */
  readonly failover?: readonly Notify[];
  /** When they are not to be disturbed. */
  readonly quiet?: readonly QuietHours[];
}
