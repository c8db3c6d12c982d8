import type { Instant } from '../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { Channel } from '../../shared/policy/ladder.ts';
import type { DeliveryLedger } from '../adapters/delivery-ledger.ts';
import type { DueIndex } from '../adapters/due-index.ts';
import { type ItemKey, shardOf, ticketItemKey, ticketKeyOf } from '../adapters/item-keys.ts';
import type { Queue } from '../adapters/queues.ts';
import { type Intake, retell } from '../intake/receive.ts';
import { deliveryFindings, type Finding, ticketFindings } from './findings.ts';

/** What an audit goes by. */
export interface Auditor {
  readonly intake: Intake;
  readonly ledger: DeliveryLedger;
  readonly index: DueIndex;
  readonly shards: number;
  readonly outbound: Readonly<Record<Channel, Queue>>;
}

/**
 * Looks at a ticket as it is now and mends what is safe to mend: clocks are told their events anew, what is undated or not
 * listed is saved again, what is late is queued again. Gives what was wrong.
 */
export async function auditTicket(auditor: Auditor, key: ItemKey, now: Instant): Promise<readonly Finding[]> {
  const { tickets, policies, due } = auditor.intake;
  const record = await tickets.get(ticketKeyOf(key));
  if (record === undefined) return [];
  const set = await policies.load(record.timed?.policy);
  const found = ticketFindings(record, await tickets.events(record.key), set, now);
  const findings = [...found, ...(await unlisted(auditor, ticketItemKey(record.key), shardKey, record))];
  if (findings.includes('unheard') || findings.includes('undated')) await retell(auditor.intake, record.key, now);
  else if (findings.includes('unlisted')) await tickets.save(record, now);
  if (findings.includes('late')) await due.send([{ body: ticketItemKey(record.key) }], now);
  return findings;
}

/** The same for one delivery. */
export async function auditDelivery(auditor: Auditor, key: ItemKey, now: Instant): Promise<readonly Finding[]> {
  const delivery = await auditor.ledger.get(key);
  if (delivery === undefined) return [];
  const found = deliveryFindings(delivery, now);
  const findings = [...found, ...(await unlisted(auditor, key, ({ pk, sk }) => pk + sk, delivery))];
  if (findings.includes('undated')) await auditor.ledger.save({ ...delivery, nextActionAt: now });
  else if (findings.includes('unlisted')) await auditor.ledger.save(delivery);
  const { pk, sk } = key;
  if (findings.length > 0) await auditor.outbound[delivery.notification.channel].send([{ body: { pk, sk } }], now);
  return findings;
}

const shardKey = ({ pk }: ItemKey): string => pk;

async function unlisted(
  { index, shards }: Auditor,
  { pk, sk }: ItemKey,
  spreadBy: (key: ItemKey) => string,
  { nextActionAt }: Pick<TicketRecord | Delivery, 'nextActionAt'>,
): Promise<readonly Finding[]> {
  if (nextActionAt === undefined) return [];
  const shard = shardOf(spreadBy({ pk, sk }), shards);
  return (await index.lists(shard, { pk, sk, nextActionAt })) ? [] : ['unlisted'];
}
