import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Instant } from '../shared/calendar/instant.ts';
import { deliveryMeasures } from '../shared/measure/delivery-measures.ts';
import type { Measure } from '../shared/measure/measures.ts';
import type { Delivery } from '../shared/notification/delivery.ts';
import { isLost, received, suppressesAddress } from '../shared/notification/receipt.ts';
import type { Recipients } from '../shared/policy/ways.ts';
import { eachRecord } from './adapters/batch.ts';
import { type Clients, dynamodbClient, sqsClient } from './adapters/clients.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { deliveryNames, mailName } from './adapters/delivery-names.ts';
import { digestBook } from './adapters/digest-book.ts';
import { type Environment, required } from './adapters/environment.ts';
import { type ItemKey, isSameItem } from './adapters/item-keys.ts';
import { log } from './adapters/log.ts';
import { emitter } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { policyStore } from './adapters/policy-store.ts';
import { queue } from './adapters/queues.ts';
import { type MailNews, readSesEvent } from './adapters/ses-event.ts';
import { suppressionList } from './adapters/suppression-list.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { passedOn } from './delivery/pass-on.ts';

const TRIES = 10;

/**
 * Hears what SES tells of mails it was given, in any order and more than once: writes down where each got to, has the next way tried
 * for one that came back, and sends no more mail to an address that sent one back for good or complained.
 */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const sqs = clients.sqs ?? sqsClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const emit = emitter(env);
  const names = deliveryNames(dynamodb, table);
  const suppressed = suppressionList(dynamodb, table);
  const tickets = ticketTable(dynamodb, table, shards);
  const policies = policyStore(dynamodb, table);
  const digests = digestBook(dynamodb, table);
  const ledger = deliveryLedger(dynamodb, table, shards);
  const outbound = {
    email: queue(sqs, required(env, 'EMAIL_QUEUE_URL')),
    page: queue(sqs, required(env, 'PAGE_QUEUE_URL')),
  };

  async function hear({ delivery: tag, address, receipt }: MailNews, now: Instant): Promise<readonly Measure[]> {
    const key = await names.find(mailName(tag));
    if (key === undefined) {
      log('warn', 'there is no such mail', { tag, said: receipt.said });
      return [];
    }
    if (suppressesAddress(receipt) && (await isNews(key, receipt, now)))
      await suppressed.add(address, [receipt.said, receipt.detail].filter(Boolean).join(': '), now);
    const measures = await written(key, receipt, now);
    for (const member of isLost(receipt) ? await toldWith(key) : [])
      measures.push(...(await written(member, receipt, now)));
    return measures;
  }

  /** Not what was heard before, or of an earlier mail: somebody may have taken the address off the list since. */
  async function isNews(key: ItemKey, receipt: MailNews['receipt'], now: Instant): Promise<boolean> {
    const delivery = await ledger.get(key);
    return delivery === undefined || received(delivery, receipt, now) !== delivery;
  }

  /** Those that a mail told beside the one whose name it has; its digest's members. */
  async function toldWith(lead: ItemKey): Promise<readonly ItemKey[]> {
    const digest = (await ledger.get(lead))?.digest;
    if (digest?.leads === undefined) return [];
    return (await digests.members(digest.id)).filter(member => !isSameItem(member, lead));
  }

  async function written(key: ItemKey, receipt: MailNews['receipt'], now: Instant): Promise<Measure[]> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const delivery = await ledger.get(key);
      const after = delivery && received(delivery, receipt, now);
      if (delivery === undefined || after === undefined || after === delivery) return [];
      if (after === 'being attempted') throw new Error('the mail is being attempted; this is heard again later');
      const exchanged = await passedOn({ ledger, outbound }, after, await recipientsOf(after), now);
      const saved = await ledger.save(exchanged);
      if (saved) return saved.state === delivery.state ? [] : [...deliveryMeasures(delivery, saved)];
    }
    throw new Error(`a delivery was overtaken ${TRIES} times`);
  }

  async function recipientsOf({ notification, state }: Delivery): Promise<Recipients> {
    if (state !== 'refused') return {};
    const pinned = (await tickets.get(notification.ticket))?.timed?.policy;
    return pinned === undefined ? {} : ((await policies.load(pinned)).edition(pinned)?.recipients ?? {});
  }

  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const measures: Measure[] = [];
    const response = await eachRecord(event, async ({ body }) => {
      measures.push(...(await hear(readSesEvent(body), Date.now())));
    });
    emit(measures);
    return response;
  };
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
