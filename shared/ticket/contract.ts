import type { Instant } from '../calendar/instant.ts';
import type { Attributes } from './ticket-event.ts';

/** A time a customer's contract has in place of the policy's, as the contract writes it: of one severity, or of every one. */
export interface ContractTarget {
  readonly metric: string;
  readonly severity?: string;
  readonly target: string;
}

/** What a ticket keeps of its customer's entitlement: whose it is, since when it is valid, and its own times. */
export interface Contract {
  readonly customer: string;
  readonly from: Instant;
  readonly targets: readonly ContractTarget[];
}

/** What an entitlement gives a ticket at its creation; the attributes stand where the creation itself names none. */
export interface Granted {
  readonly attributes: Attributes;
  readonly contract: Contract;
}
