import type { DeliveryNames } from '../adapters/delivery-names.ts';
import type { DigestBook } from '../adapters/digest-book.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import type { RateMeter } from '../adapters/rate-meter.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';
import type { Courier } from './courier.ts';
import type { Gate } from './gate.ts';
import type { Exchange } from './pass-on.ts';

/** What the attempts of one function go by. */
export interface Desk extends Exchange {
  readonly names: DeliveryNames;
  readonly tickets: Pick<TicketTable, 'get'>;
  readonly policies: PolicyStore;
  readonly digests: DigestBook;
  readonly meter: RateMeter;
  /** In the order they are asked; then grouping, then the limits of whoever is asked. */
  readonly gates: readonly Gate[];
  readonly courier: Courier;
}
