import type { Instant } from '../../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { Delivery } from '../../../shared/notification/delivery.ts';
import type { PolicySet } from '../../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';
import type { Reading } from '../output.ts';
import type { Watch } from '../watch/watch.ts';
import type { PageView, QueueView } from './snapshot.ts';

/** A mail as the engine stored it. */
export interface StoredMail {
  readonly key: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html?: string;
  readonly text?: string;
}

/** What the console asks of whatever it shows. */
export interface ConsoleSource {
  now(): Instant;
  /** Virtual milliseconds a real millisecond; 0 when time is stepped. */
  rate(): number;
  policies(): PolicySet;
  tickets(): Promise<readonly TicketRecord[]>;
  events(key: TicketKey): Promise<readonly TicketEvent[]>;
  deliveries(): Promise<readonly Delivery[]>;
  mails(): Promise<readonly StoredMail[]>;
  pages(): Promise<readonly PageView[]>;
  queues(): Promise<readonly QueueView[]>;
  /** Every reading of our numbers so far, in the order in which they were taken. */
  readings(): readonly Pick<Reading, 'name' | 'at' | 'values'>[];
  /** What CloudWatch would show of all that is reported. */
  readonly watch: Watch;
  /** Invokes the function at an ARN; throws where there is none. */
  call(arn: string, event: unknown): Promise<unknown>;
}
