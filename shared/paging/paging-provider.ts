import type { Duration, Instant } from '../calendar/instant.ts';
import type { Outcome } from '../notification/delivery.ts';
import type { Limit } from '../notification/limit.ts';

/** How badly a page wants to wake somebody: the four words paging services share. */
export type PageSeverity = 'critical' | 'error' | 'warning' | 'info';

/** What a page says. Every text is one line. */
export interface PageMessage {
  readonly summary: string;
  readonly severity: PageSeverity;
  readonly details: Readonly<Record<string, string>>;
  readonly policy: string;
  /** Such as `first response breach`. */
  readonly class: string;
  readonly link?: { readonly text: string; readonly url: string };
  /** What a reader presses to say that they have seen it, where the service shows buttons; at most 75 characters. */
  readonly acknowledge?: string;
}

/** What is asked of a paging service about one page; the key is the same for its trigger and its resolve, and for no other page. */
export type PageOrder = {
  readonly key: string;
  /** When what it says came to be true; the same for every attempt. */
  readonly at: Instant;
  readonly source: string;
  readonly ticket: string;
} & (
  | { readonly action: 'trigger'; readonly message: PageMessage }
  /** The summary is in the words of whoever read the trigger. */
  | { readonly action: 'resolve'; readonly summary: string }
);

/** That somebody has seen a page, for the services that can be told so; the summary is in the words of whoever read the trigger. */
export type AcknowledgeOrder = Omit<PageOrder, 'action'> & { readonly action: 'acknowledge'; readonly summary: string };

/** Where an order goes, with what only the sender knows. */
export interface PageTarget {
  /** What the policy says. */
  readonly url?: string;
  /** The topic the policy says, for providers that publish. */
  readonly topic?: string;
  /** Stands in for a provider's own address on the local machine. */
  readonly standIn?: string;
  /** The routing or signing key itself, or the address where knowing it is all it takes to post; empty where the policy names none. */
  readonly secret: string;
  /** The instant of the attempt. */
  readonly now: Instant;
  /** HMAC-SHA256 of a text, both key and result in base64. */
  readonly sign: (keyBase64: string, text: string) => string;
}

/** One HTTP request; its body is JSON. */
export interface PageRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One question by HTTP, which changes nothing. */
export type PageQuestion = Omit<PageRequest, 'body'>;

/** One message to a topic of Amazon SNS. */
export interface Publication {
  /** The ARN of the topic. */
  readonly topic: string;
  readonly subject: string;
  /** What subscribers get by SMS, and what all others get. */
  readonly texts: { readonly default: string; readonly sms: string };
  /** What subscriptions can be filtered by; none is empty. */
  readonly attributes: Readonly<Record<string, string>>;
  /** For a topic that keeps an order: of the messages of one group, each id once. */
  readonly inOrder?: { readonly group: string; readonly id: string };
}

/** One HTTP answer, of a topic too; header names in lower case, its `date` that of its arrival where it said none. */
export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** A refusal that needs no request to know. */
export type Refusal = Outcome & { readonly verdict: 'refused' };

/** How to ask a service what became of a page that it took only to work on it afterwards. */
export interface FollowUp {
  /** How long after the page was taken it is asked, once. */
  readonly after: Duration;
  question(reference: string, target: PageTarget): PageQuestion;
  /** Why nothing came of the page; undefined where it rings, or where that is not known yet. */
  refusal(response: PageResponse): Refusal | undefined;
}

/** A service that wakes people: how to ask it, and what its answers mean. */
export interface PagingProvider {
  readonly name: string;
  /** Whether a policy says where to post: it has to, it may, or it must not, since the service has one address or the secret is it. */
  readonly url: 'required' | 'optional' | 'none';
  /** Whether a policy names a topic in place of a secret. */
  readonly topic?: true;
  /** What it takes from one key, or at one address, as its vendor says; where it says nothing that holds for all, only its answers tell. */
  readonly limit?: Limit;
  request(order: PageOrder, target: PageTarget): PageRequest | Publication | Refusal;
  /** Absent where the service has no such thing. */
  acknowledge?(order: AcknowledgeOrder, target: PageTarget): PageRequest | Refusal;
  verdict(response: PageResponse): Outcome;
  /** Absent where a page that is taken rings. */
  readonly followUp?: FollowUp;
}
