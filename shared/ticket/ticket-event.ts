import type { Instant } from '../calendar/instant.ts';
import type { Granted } from './contract.ts';
import type { PolicyRef } from './policy-ref.ts';
import type { Status } from './status.ts';

/** A fact a policy can look at; `null` in an update takes it away. */
export type Attribute = string | number | boolean;

/** The facts known of a ticket by name, such as `plan`, `severity`, `category`. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** What a ticket event says happened. */
export type Happening =
  | {
      readonly type: 'created';
      readonly status: Status;
      readonly attributes: Attributes;
      /** What the customer's entitlement gave when the event came in; written down with it, and never looked up again. */
      readonly granted?: Granted;
    }
  | {
      readonly type: 'updated';
      readonly status?: Status;
      readonly attributes?: Readonly<Record<string, Attribute | null>>;
    }
  | { readonly type: 'message'; readonly author: 'agent' | 'requester'; readonly public: boolean }
  | { readonly type: 'deleted' }
  | { readonly type: 'merged'; readonly into: string }
  /** Somebody asked for the ticket to run under another edition of its policy from now on; no help desk can say so. */
  | { readonly type: 'repinned'; readonly from: PolicyRef; readonly to: PolicyRef };

/** A fact about one ticket at an instant; the id is unique for the ticket. */
export type TicketEvent = Happening & { readonly id: string; readonly at: Instant };
